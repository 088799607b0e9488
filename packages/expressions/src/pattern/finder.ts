// Whether a text holds a pattern anywhere, in a time that grows with the text alone: the set of steps that a text may have come
// to is one state, and where each state leads is worked out once. Source: Ken Thompson's lazy deterministic automaton.
import { isOneOf, type CharacterPattern } from './pattern.ts';
import { foundStep, startStep, waysOn, type Program } from './program.ts';

export interface Finder {
  readonly program: Program;
  /** Where the characters begin that no step tells apart from one another. */
  readonly cuts: readonly number[];
  readonly first: State;
  readonly known: Map<string, State>;
}

interface State {
  readonly steps: ReadonlySet<number>;
  /** By the class of the next character. */
  readonly next: (State | undefined)[];
}

/** Then all are forgotten: a pattern may have more of them than there is memory. */
const remembered = 500;

export function finderOf(program: Program): Finder {
  const characters = program.flatMap((step) => (step.kind === 'character' ? [step.character] : []));
  const first: State = { steps: reached(program, [startStep(program)], true, false), next: [] };
  return { program, cuts: cutsOf(characters), first, known: new Map() };
}

export function finds(finder: Finder, text: string): boolean {
  let state = finder.first;
  let isStart = true;
  for (const character of text) {
    if (state.steps.has(foundStep)) return true;
    const code = character.codePointAt(0) ?? 0;
    const kind = classOf(code, finder.cuts);
    state = state.next[kind] ??= stateAfter(finder, state, code);
    isStart = false;
  }
  return reached(finder.program, [...state.steps], isStart, true).has(foundStep);
}

function stateAfter({ program, first, known }: Finder, { steps }: State, code: number): State {
  const next = [...steps].flatMap((index) => {
    const step = program[index];
    return step?.kind === 'character' && isOneOf(code, step.character) ? [step.next] : [];
  });
  const after = reached(program, [...next, startStep(program)], false, false);
  const key = [...after].sort((one, other) => one - other).join();
  if (known.size >= remembered) {
    known.clear();
    first.next.length = 0;
  }
  const state = known.get(key) ?? { steps: after, next: [] };
  known.set(key, state);
  return state;
}

function reached(program: Program, from: readonly number[], isStart: boolean, isEnd: boolean): ReadonlySet<number> {
  const found = new Set(from);
  for (const index of found) for (const next of waysOn(program[index], isStart, isEnd)) found.add(next);
  return found;
}

function cutsOf(characters: readonly CharacterPattern[]): readonly number[] {
  const cuts = characters.flatMap(({ ranges }) => ranges.flatMap(([from, to]) => [from, to + 1]));
  return [...new Set(cuts)].sort((one, other) => one - other);
}

/** How many cuts a character lies behind. */
function classOf(code: number, cuts: readonly number[]): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low;
}
