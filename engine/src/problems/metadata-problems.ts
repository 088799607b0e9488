// Problems of metadata as a refusal, all of them, in the asker's language.
import { translate } from '@trellis/metadata/messages';
import type { Problem } from '@trellis/metadata/problems';
import { Refusal, type Fault } from './problem.ts';

export function metadataRefusal(problems: readonly Problem[], language: string): Refusal {
  return new Refusal(
    'invalid_metadata',
    {},
    problems.map((problem) => metadataFault(problem, language)),
  );
}

export function metadataFault(problem: Problem, language: string): Fault {
  const { message, hint } = translate(problem, language.startsWith('zh') ? 'zh-CN' : 'en');
  return { path: problem.path, code: problem.code, message, ...(hint ? { hint } : {}) };
}
