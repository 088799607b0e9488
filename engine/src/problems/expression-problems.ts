// Problems of an expression from outside as a refusal in the asker's language.
import { translate } from '@trellis/expressions/messages';
import type { Problem } from '@trellis/expressions/types';
import { Refusal, type Fault } from './problem.ts';

/** A name or operator that does not exist is told by its own code, so that clients can act on it. */
export function expressionRefusal(problems: readonly Problem[], language: string): Refusal {
  const faults = problems.map((problem) => expressionFault(problem, language));
  const unknown = problems.find((problem) => problem.code === 'unknown_field' || problem.code === 'unknown_operator');
  if (unknown?.code === 'unknown_field') return new Refusal('unknown_field', { name: nameIn(unknown) }, faults);
  if (unknown) return new Refusal('unknown_operator', { name: nameIn(unknown) }, faults);
  return new Refusal('invalid_filter', {}, faults);
}

export function expressionFault(problem: Problem, language: string): Fault {
  const { path, code, message, hint } = translate(problem, language.startsWith('zh') ? 'zh-CN' : 'en');
  return { path, code, message, ...(hint ? { hint } : {}) };
}

function nameIn(problem: Problem): string {
  return String(problem.params['name'] ?? problem.params['field'] ?? problem.params['operator'] ?? '');
}
