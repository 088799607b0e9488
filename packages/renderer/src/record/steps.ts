// The steps of a progress bar: which are done, which is now, which are to come.
import type { OptionValue } from '@trellis/metadata/kinds';

export interface Step {
  readonly option: OptionValue;
  readonly state: 'past' | 'current' | 'ahead';
  /** An end rather than a step on the way. */
  readonly isOutcome: boolean;
}

/** The last options in green and red are outcomes: whoever reached one has not passed through the others. */
export function stepsOf(options: readonly OptionValue[], current: unknown): readonly Step[] {
  const offered = options.filter((option) => option.active !== false || option.value === current);
  const lastOnTheWay = offered.findLastIndex((option) => !outcomeColors.has(option.color ?? ''));
  const reached = offered.findIndex((option) => option.value === current);
  return offered.map((option, index) => {
    const isOutcome = lastOnTheWay >= 0 && index > lastOnTheWay;
    const state = index === reached ? 'current' : index < reached && !isOutcome ? 'past' : 'ahead';
    return { option, state, isOutcome };
  });
}

const outcomeColors: ReadonlySet<string> = new Set(['green', 'red']);
