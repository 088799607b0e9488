// The texts of problems in the languages of the product. Problems that expressions and field types find keep their own codes
// and are told in their own words.
import { translate as translateExpression } from '@trellis/expressions/messages';
import { messageOf, problemCodes, type ProblemCode } from '@trellis/field-types/messages';
import type { Problem } from './problem.ts';
import { isMetadataProblemCode, textsOf, type Texts } from './texts.ts';

export type Language = 'en' | 'zh-CN';

type Speaker = (problem: Problem, language: Language) => Partial<Texts>;

const speakers: readonly Speaker[] = [
  ({ code, params }, language) => (isMetadataProblemCode(code) ? textsOf(code, params, language) : {}),
  ({ code, params }, language) => (isValueProblemCode(code) ? messageOf(code, params, language) : {}),
  translateExpression,
];

/** The same problem with its texts in another language. */
export function translate(problem: Problem, language: Language): Problem {
  const { hint: _english, ...rest } = problem;
  // Several may know a code; the one who found the problem is known by its English words.
  const speaker = speakers.find((speak) => speak(problem, 'en').message === problem.message);
  if (!speaker) return problem;
  const { message = problem.message, hint } = speaker(problem, language);
  return hint === undefined ? { ...rest, message } : { ...rest, message, hint };
}

function isValueProblemCode(code: string): code is ProblemCode {
  return problemCodes.includes(code);
}
