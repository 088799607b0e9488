// Untyped JSONLogic → a rule that json-logic-js runs on a Frame: every operator under a prefix of its own, what is not an operator as
// the constant that it is. Too much of it, or an operator that nobody knows, is refused before it runs.
import jsonLogic, { type AdditionalOperation, type RulesLogic } from 'json-logic-js';
import { arithmetic } from './arithmetic.ts';
import { comparison } from './comparison.ts';
import { control } from './control.ts';
import { invalidArguments, LimitError, RuleError } from './failure.ts';
import type { Frame } from './frame.ts';
import { lists } from './lists.ts';
import { lookups } from './lookups.ts';
import type { Operator, Part } from './operator.ts';
import { text } from './text.ts';

export const depthLimit = 100;
export const sizeLimit = 10_000;

// json-logic-js has one table of operators for the whole process, in which the strict dialect has its own as well.
const prefix = 'compat:';
const spreading = 'compat-spread:';
let isPrepared = false;

const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({ ...arithmetic, ...comparison, ...control, ...lists, ...lookups, ...text }),
);

type Rule = RulesLogic<AdditionalOperation>;

export interface ReadRule {
  run(frame: Frame): unknown;
  /** How many parts it has. */
  readonly size: number;
}

interface Reading {
  readonly rule: Rule;
  readonly size: number;
  /** Written as null. */
  readonly isNull: boolean;
}

/** Throws a LimitError where there is too much of it, a RuleError where it has an operator that is none. */
export function readRule(json: unknown): ReadRule {
  if (!isPrepared) prepare();
  const { rule, size } = read(json, 1, { left: sizeLimit });
  return { size, run: runnerOf(rule) };
}

function read(json: unknown, depth: number, room: { left: number }): Reading {
  room.left -= 1;
  if (depth > depthLimit || room.left < 0) throw new LimitError();
  const readAll = (items: readonly unknown[]) => items.map((item) => read(item, depth + 1, room));
  if (Array.isArray(json)) return reading(readAll(json), (rules) => ({ [`${prefix}list`]: rules }));
  const operation = operationIn(json);
  if (operation === undefined) return { rule: constant(json), size: 1, isNull: json === null };
  const { name, operands } = operation;
  const operator = operators.get(name);
  if (operator === undefined) throw new RuleError({ type: 'Unknown Operator', operator: name.slice(0, 60) });
  if (operator.kind === 'verbatim') return { rule: constant(operands), size: 1, isNull: false };
  const isList = Array.isArray(operands);
  if (!isList && needsList(operator)) return { rule: asked(invalidArguments), size: 1, isNull: false };
  const readings = readAll(isList ? operands : [operands]);
  return reading(readings, (rules) => call({ name, operator, rules, readings, isList }));
}

/** An object of one member. Of none or several it is no operation, but what it looks like. */
function operationIn(json: unknown): { readonly name: string; readonly operands: unknown } | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const names = Object.keys(json);
  const [name] = names;
  return name === undefined || names.length > 1 ? undefined : { name, operands: Reflect.get(json, name) };
}

function needsList(operator: Operator): boolean {
  return operator.kind === 'native' || (operator.kind === 'lazy' && operator.operands === 'listed');
}

function reading(parts: readonly Reading[], ruleOf: (rules: Rule[]) => Rule): Reading {
  const size = parts.reduce((sum, part) => sum + part.size, 1);
  return { rule: ruleOf(parts.map(({ rule }) => rule)), size, isNull: false };
}

interface Operation {
  readonly name: string;
  readonly operator: Exclude<Operator, { kind: 'verbatim' }>;
  readonly rules: Rule[];
  readonly readings: readonly Reading[];
  readonly isList: boolean;
}

function call({ name, operator, rules, readings, isList }: Operation): Rule {
  switch (operator.kind) {
    case 'native':
      return rules.length === 0 && operator.empty !== undefined ? constant(operator.empty) : native(name, rules);
    case 'eager':
      return { [`${operator.operands === 'spread' && !isList ? spreading : prefix}${name}`]: rules };
    case 'lazy': {
      const parts = readings.map(({ rule, ...part }): Part => ({ ...part, run: runnerOf(rule) }));
      return asked((frame) => operator.evaluate(parts, frame));
    }
  }
}

function native(name: string, rules: Rule[]): Rule {
  return { [name]: rules };
}

/** json-logic-js copies lists and looks into objects each time; a function it hands on as it is. */
function constant(value: unknown): Rule {
  return asked(() => value);
}

function asked(run: (frame: Frame) => unknown): Rule {
  return { [`${prefix}run`]: [run] };
}

function runnerOf(rule: Rule): (frame: Frame) => unknown {
  return (frame) => {
    const value: unknown = jsonLogic.apply(rule, frame);
    return value;
  };
}

function prepare(): void {
  for (const [name, operator] of operators) {
    if (operator.kind !== 'eager') continue;
    const { evaluate } = operator;
    jsonLogic.add_operation(prefix + name, function (this: Frame, ...values: readonly unknown[]) {
      return evaluate(values, this);
    });
    jsonLogic.add_operation(spreading + name, function (this: Frame, value: unknown) {
      return evaluate(Array.isArray(value) ? value : [value], this);
    });
  }
  jsonLogic.add_operation(`${prefix}list`, (...values: readonly unknown[]) => values);
  jsonLogic.add_operation(`${prefix}run`, function (this: Frame, run: (frame: Frame) => unknown) {
    return run(this);
  });
  isPrepared = true;
}
