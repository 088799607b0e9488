// Pattern → the steps that a text is followed through, which are few enough to be followed all at once. Source: Ken Thompson's
// construction.
import type { CharacterPattern, Pattern } from './pattern.ts';

/** The first step is the end, where a pattern is found, and the last one the start. */
export type Program = readonly Step[];

export type Step =
  | { readonly kind: 'character'; readonly character: CharacterPattern; readonly next: number }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'found' };

export const foundStep = 0;

export function programOf(pattern: Pattern): Program {
  const steps: Step[] = [{ kind: 'found' }];
  const first = add(pattern, foundStep, steps);
  steps.push({ kind: 'fork', next: [first] });
  return steps;
}

export function startStep(program: Program): number {
  return program.length - 1;
}

/** Where a step leads without a character, at the start or at the end of the text, or between. */
export function waysOn(step: Step | undefined, isStart: boolean, isEnd: boolean): readonly number[] {
  if (step?.kind === 'fork') return step.next;
  if (step?.kind === 'start') return isStart ? [step.next] : [];
  return step?.kind === 'end' && isEnd ? [step.next] : [];
}

/** @returns where the pattern begins that goes on at `next`. */
function add(pattern: Pattern, next: number, steps: Step[]): number {
  switch (pattern.kind) {
    case 'character':
      return steps.push({ kind: 'character', character: pattern, next }) - 1;
    case 'start':
    case 'end':
      return steps.push({ kind: pattern.kind, next }) - 1;
    case 'sequence':
      return pattern.parts.reduceRight((behind, part) => add(part, behind, steps), next);
    case 'choice':
      return steps.push({ kind: 'fork', next: pattern.options.map((option) => add(option, next, steps)) }) - 1;
    case 'repeat':
      return addRepeat(pattern, next, steps);
  }
}

function addRepeat(
  { part, least, most }: Extract<Pattern, { readonly kind: 'repeat' }>,
  next: number,
  steps: Step[],
): number {
  let first = next;
  if (most === Infinity) {
    // The loop's place is taken before its part is known, which has to lead back to it.
    first = steps.push({ kind: 'fork', next: [next] }) - 1;
    steps[first] = { kind: 'fork', next: [add(part, first, steps), next] };
  } else {
    for (let spare = least; spare < most; spare += 1) {
      first = steps.push({ kind: 'fork', next: [add(part, first, steps), next] }) - 1;
    }
  }
  for (let needed = 0; needed < least; needed += 1) first = add(part, first, steps);
  return first;
}
