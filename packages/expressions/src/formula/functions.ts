// What formulas call by name: every operator under its two names, the words of the context, and the words for values. Names of both
// languages are understood in either; case does not count.
import { exampleWorld } from '../example-scope.ts';
import type { Bilingual, Example, Help, OperatorGroup, ParameterHelp } from '../help.ts';
import { named } from '../help.ts';
import { findOperator, operatorNames } from '../operators/registry.ts';

export interface FormulaFunction {
  readonly names: Bilingual;
  readonly group: OperatorGroup;
  readonly parameters: readonly ParameterHelp[];
  readonly summary: Bilingual;
  readonly examples: readonly [Example, ...Example[]];
  /** An operator; a name of the context; or the field that it is given, as it was before the change. */
  readonly means: { readonly op: string } | { readonly path: readonly string[] } | 'old';
}

/** Undefined where there is none. */
export function findFunction(name: string): FormulaFunction | undefined {
  return byName.get(name.toUpperCase());
}

/** How formulas call an operator; undefined for another spelling of one, such as `===`. */
export function functionOf(op: string): FormulaFunction | undefined {
  return byOperator.get(op);
}

export function allFunctions(): readonly FormulaFunction[] {
  return functions;
}

/** How formulas write an operator: by its sign where it has one. */
export function nameOf(op: string): Bilingual | undefined {
  const help = findOperator(op)?.help;
  return help?.sign === undefined ? help?.names : { en: help.sign, 'zh-CN': help.sign };
}

export interface Constant {
  readonly names: Bilingual;
  readonly value: boolean | null;
}

export const constants: readonly Constant[] = [
  { names: { en: 'TRUE', 'zh-CN': '真' }, value: true },
  { names: { en: 'FALSE', 'zh-CN': '假' }, value: false },
  { names: { en: 'NULL', 'zh-CN': '空' }, value: null },
];

export function findConstant(word: string): Constant | undefined {
  return constantsByName.get(word.toUpperCase());
}

/** Operators that stand between or before their operands as words. */
export type WordOperator = 'and' | 'or' | 'in' | '!';

export function findWordOperator(word: string): WordOperator | undefined {
  return wordOperators.find((op) => isName(findOperator(op)?.help, word));
}

/** A field that is called so is written in backticks. */
export function isReserved(word: string): boolean {
  return findConstant(word) !== undefined || findWordOperator(word) !== undefined;
}

export const old: FormulaFunction = {
  names: { en: 'OLD', 'zh-CN': '原值' },
  group: 'logic',
  parameters: [named('field', '字段')],
  summary: {
    en: 'The field as it was before the change.',
    'zh-CN': '字段在本次修改之前的值。',
  },
  examples: [
    {
      json: { '!=': [{ var: 'stage' }, { var: '$old.stage' }] },
      record: { stage: 'won' },
      old: { stage: 'open' },
      result: true,
    },
  ],
  means: 'old',
};

const context: readonly FormulaFunction[] = [
  {
    names: { en: 'TODAY', 'zh-CN': '今天' },
    group: 'date',
    parameters: [],
    summary: { en: 'The day in the time zone of whoever asks.', 'zh-CN': '当前用户所在时区的今天。' },
    examples: [
      { json: { var: '$today' }, result: exampleWorld.today },
      { json: { '<': [{ var: 'due' }, { var: '$today' }] }, record: { due: '2026-03-30' }, result: true },
    ],
    means: { path: ['$today'] },
  },
  {
    names: { en: 'NOW', 'zh-CN': '现在' },
    group: 'date',
    parameters: [],
    summary: { en: 'The date and time at this moment.', 'zh-CN': '此刻的日期和时间。' },
    examples: [
      {
        json: { '>': [{ var: 'seen_at' }, { var: '$now' }] },
        record: { seen_at: '2026-03-31T11:59:59Z' },
        result: false,
      },
    ],
    means: { path: ['$now'] },
  },
  {
    names: { en: 'USER', 'zh-CN': '当前用户' },
    group: 'logic',
    parameters: [],
    summary: { en: 'Who is asking, to be compared with a field for a user.', 'zh-CN': '当前用户，可与用户字段比较。' },
    examples: [
      {
        json: { '==': [{ var: 'owner' }, { var: '$user.id' }] },
        record: { owner: '0198c0de-0000-7000-8000-000000000001' },
        result: true,
      },
    ],
    means: { path: ['$user', 'id'] },
  },
  old,
];

const functions: readonly FormulaFunction[] = [...operatorFunctions(), ...context];

const byOperator = new Map(functions.flatMap((each) => (isOperator(each) ? [[each.means.op, each] as const] : [])));

const byName = new Map(functions.flatMap((each) => Object.values(each.names).map((name) => [name, each] as const)));

const constantsByName = new Map(
  constants.flatMap((each) => Object.values(each.names).map((name) => [name, each] as const)),
);

const wordOperators: readonly WordOperator[] = ['and', 'or', 'in', '!'];

/** Of several spellings of an operator the first one is its own. */
function operatorFunctions(): readonly FormulaFunction[] {
  const known = new Set<Help>();
  return operatorNames().flatMap((op) => {
    const help = findOperator(op)?.help;
    if (help === undefined || known.has(help)) return [];
    known.add(help);
    const { names, group, parameters, summary, examples } = help;
    return [{ names, group, parameters, summary, examples, means: { op } }];
  });
}

function isOperator(each: FormulaFunction): each is FormulaFunction & { readonly means: { readonly op: string } } {
  return each.means !== 'old' && 'op' in each.means;
}

function isName(help: Help | undefined, word: string): boolean {
  return help !== undefined && (help.names.en === word.toUpperCase() || help.names['zh-CN'] === word);
}
