// json-logic-js in a strict dialect: every operator but `and`, `or` and `if` is one of ours, under a prefix of its own, since
// the library keeps one table of operators for the whole process. It never sees a null condition or its own `var`.
import jsonLogic, { type AdditionalOperation, type RulesLogic } from 'json-logic-js';
import { lookUp, memberOf, type Context } from './context.ts';
import { runEach, runFold, type Run } from './each-run.ts';
import { isBrief } from './kept.ts';
import type { Operand } from './operand.ts';
import { allSignatures } from './operators/registry.ts';
import type { Signature, TypedExpression } from './typed.ts';
import { readValue } from './values/json.ts';

export type Rule = RulesLogic<AdditionalOperation>;

const prefix = 'trellis:';
let isPrepared = false;

export function toRule(node: TypedExpression): Rule {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'object' && node.value !== null ? constant(node.value) : node.value;
    case 'list':
      return listOf(node.items);
    case 'var':
      return variable(node);
    case 'member':
      return asked((context) => memberOf(context, node.name));
    case 'each':
      return asked(
        runEach(node, {
          list: node.source.kind === 'members' ? runnerOf(node.source.list) : undefined,
          value: node.value && runnerOf(node.value),
          condition: node.condition && runnerOf(node.condition),
        }),
      );
    case 'fold':
      return asked(runFold({ list: runnerOf(node.list), step: runnerOf(node.step), initial: runnerOf(node.initial) }));
    case 'call':
      return callOf(node.signature, node.args);
  }
}

export function run(rule: Rule, context: Context): Operand {
  if (!isPrepared) prepare();
  const result: Operand = jsonLogic.apply(rule, context);
  return result;
}

function callOf({ name, evaluate }: Signature, args: readonly TypedExpression[]): Rule {
  const rules = args.map(toRule);
  if (typeof evaluate === 'function') return { [prefix + name]: rules };
  // json-logic-js gives undefined for an empty `and` or `or`.
  if (rules.length === 0) return evaluate === 'and';
  return { [evaluate]: rules };
}

function listOf(items: readonly TypedExpression[]): Rule {
  const values = items.flatMap((item) => (item.kind === 'literal' ? [item.value] : []));
  return values.length === items.length ? constant(values) : { [`${prefix}list`]: items.map(toRule) };
}

/** json-logic-js copies lists and looks into objects each time; a function it hands on as it is. */
function constant(value: Operand): Rule {
  return { [`${prefix}constant`]: [() => value] };
}

function variable({ path, type, brief }: Variable): Rule {
  if (brief !== true) return asked((context) => readValue(lookUp(context, path), type));
  return asked((context) => {
    const value = lookUp(context, path);
    return isBrief(value) ? readValue(value, type) : null;
  });
}

type Variable = Extract<TypedExpression, { kind: 'var' }>;

function asked(run: Run): Rule {
  return { [`${prefix}var`]: [run] };
}

function runnerOf(node: TypedExpression): Run {
  const rule = toRule(node);
  return (context) => run(rule, context);
}

function prepare(): void {
  for (const signature of allSignatures()) {
    const { name, evaluate } = signature;
    if (typeof evaluate === 'function') jsonLogic.add_operation(prefix + name, withNulls(signature, evaluate));
  }
  jsonLogic.add_operation(`${prefix}list`, (...values: readonly Operand[]) => values);
  jsonLogic.add_operation(`${prefix}constant`, (value: () => Operand) => value());
  jsonLogic.add_operation(`${prefix}var`, function (this: Context, read: (context: Context) => Operand) {
    return read(this);
  });
  isPrepared = true;
}

/** Null in, null out; false where the answer is yes or no. */
function withNulls(
  { seesNull, gives }: Signature,
  evaluate: Exclude<Signature['evaluate'], string>,
): (...values: readonly Operand[]) => Operand {
  if (seesNull === true) return evaluate;
  const blank = gives === 'boolean' ? false : null;
  return (...values) => (values.includes(null) ? blank : evaluate(...values));
}
