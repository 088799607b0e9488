// Going through rows or members in JavaScript, whichever way the expressions within are run.
import { lookUp, memberFrame, reachOf, rowFrame, type Context, type Frame } from './context.ts';
import { kept } from './kept.ts';
import { mostMembers } from './limits.ts';
import type { Operand } from './operand.ts';
import type { EachNode } from './typed.ts';
import { isList } from './values/json.ts';

export type Run = (context: Context) => Operand;

/** Those of the expressions in a node that there are. */
export interface EachRuns {
  readonly list?: Run | undefined;
  readonly value?: Run | undefined;
  readonly condition?: Run | undefined;
}

export function runEach({ each, source }: EachNode, { list, value, condition }: EachRuns): Run {
  const holds = condition === undefined ? () => true : (frame: Frame) => condition(frame) === true;
  const asked = { holds, value: value ?? (() => null) };
  if (source.kind === 'rows') return (context) => each.evaluate(rowFrames(context, source.path), asked);
  const tooMany = each.gives === 'boolean' ? false : null;
  return (context) => {
    const frames = memberFrames(context, list?.(context) ?? null);
    return frames === null ? tooMany : each.evaluate(frames, asked);
  };
}

export interface FoldRuns {
  readonly list: Run;
  readonly step: Run;
  readonly initial: Run;
}

export function runFold({ list, step, initial }: FoldRuns): Run {
  return (context) => {
    const frames = memberFrames(context, list(context));
    if (frames === null) return null;
    return frames.reduce<Operand>((accumulator, { members, reach }) => {
      const current = members?.member ?? null;
      return kept(step(memberFrame(context, { current, accumulator }, reach)));
    }, initial(context));
  };
}

/** What is no child table has no rows. */
function rowFrames(context: Context, path: readonly string[]): readonly Frame[] {
  const rows: unknown = lookUp(context, path);
  const leadsOut = path[0] === '$record';
  return Array.isArray(rows) ? rows.map((row) => rowFrame(context, row, leadsOut)) : [];
}

/** Null where there are too many. */
function memberFrames(context: Context, list: Operand): readonly Frame[] | null {
  const members = list !== null && isList(list) ? list : [];
  const reach = reachOf(context) * members.length;
  return reach > mostMembers ? null : members.map((member) => memberFrame(context, { member }, reach));
}
