// Where a pattern is found in a text: the leftmost place, and there the longest piece. All ways through the pattern are followed at
// once, each with the place where it began. Source: Rob Pike's virtual machine, with the leftmost start kept for each step.
import { isOneOf } from './pattern.ts';
import { foundStep, startStep, waysOn, type Program } from './program.ts';

/** In characters; `end` is the first behind it. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** The first from a place on. */
export function locate(program: Program, codes: readonly number[], from: number): Found | undefined {
  let best: Found | undefined;
  let ways: Ways = new Map();
  for (let at = from; at <= codes.length; at += 1) {
    const place: Place = { program, isStart: at === 0, isEnd: at === codes.length };
    if (best === undefined) follow(startStep(program), at, place, ways);
    const start = ways.get(foundStep);
    if (start !== undefined && (best === undefined || start <= best.start)) best = { start, end: at };
    if (ways.size === 0) return best;
    const latest = best?.start ?? Infinity;
    ways = stepped(ways, codes[at], latest, { program, isStart: false, isEnd: at + 1 === codes.length });
  }
  return best;
}

/** By the step that it has come to, where each way through the pattern began. */
type Ways = Map<number, number>;

interface Place {
  readonly program: Program;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** Those that began later than what is found already can win no more. */
function stepped(ways: Ways, code: number | undefined, latest: number, place: Place): Ways {
  const after: Ways = new Map();
  for (const [index, start] of ways) {
    const step = place.program[index];
    const goesOn = step?.kind === 'character' && code !== undefined && isOneOf(code, step.character);
    if (goesOn && start <= latest) follow(step.next, start, place, after);
  }
  return after;
}

/** Who came to a step by an earlier start stays there. */
function follow(index: number, start: number, place: Place, ways: Ways): void {
  const known = ways.get(index);
  if (known !== undefined && known <= start) return;
  ways.set(index, start);
  for (const next of waysOn(place.program[index], place.isStart, place.isEnd)) follow(next, start, place, ways);
}
