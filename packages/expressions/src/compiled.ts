// Typed tree → nested closures, for what is asked very often: rules of an import, recalculation. The same as ./to-function gives,
// several times as fast, which the agreement test holds against it; nothing is made from text.
import { lookUp, memberOf, type Context } from './context.ts';
import { nativeArithmetic } from './compiled-arithmetic.ts';
import { readNative } from './compiled-values.ts';
import { runEach, runFold, type Run } from './each-run.ts';
import { isBrief } from './kept.ts';
import type { Operand } from './operand.ts';
import { asTruth } from './operators/conversions.ts';
import type { Signature, TypedExpression } from './typed.ts';
import type { Value } from './types.ts';
import { writeValue } from './values/json.ts';

export function compiledFunction(typed: TypedExpression): (context: Context) => Value {
  const run = closure(typed);
  return (context) => writeValue(run(context), typed.type);
}

/** As a condition: null, blank text, zero and the empty list are false. */
export function compiledPredicate(typed: TypedExpression): (context: Context) => boolean {
  const run = closure(asTruth(typed));
  return (context) => run(context) === true;
}

function closure(node: TypedExpression): Run {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'list':
      return list(node.items);
    case 'var':
      return variable(node);
    case 'member': {
      const { name } = node;
      return (context) => memberOf(context, name);
    }
    case 'call':
      return call(node.signature, node.args);
    case 'each':
      return runEach(node, {
        list: node.source.kind === 'members' ? closure(node.source.list) : undefined,
        value: node.value && closure(node.value),
        condition: node.condition && closure(node.condition),
      });
    case 'fold':
      return runFold({ list: closure(node.list), step: closure(node.step), initial: closure(node.initial) });
  }
}

function list(items: readonly TypedExpression[]): Run {
  const constants = items.flatMap((item) => (item.kind === 'literal' ? [item.value] : []));
  if (constants.length === items.length) return () => constants;
  const runs = items.map(closure);
  return (context) => runs.map((run) => run(context));
}

function variable({ path, type, brief }: Extract<TypedExpression, { kind: 'var' }>): Run {
  const look = lookOf(path);
  const read = readNative(type);
  if (brief !== true) return (context) => read(look(context));
  return (context) => {
    const value = look(context);
    return isBrief(value) ? read(value) : null;
  };
}

/** Most names are those of a field of the record. */
function lookOf(path: readonly string[]): (context: Context) => unknown {
  const [name, second] = path;
  if (name === undefined || second !== undefined || name.startsWith('$')) return (context) => lookUp(context, path);
  return ({ record }) => (Object.hasOwn(record, name) ? record[name] : null);
}

function call(signature: Signature, args: readonly TypedExpression[]): Run {
  const runs = args.map(closure);
  switch (signature.evaluate) {
    case 'and':
      return (context) => runs.every((run) => run(context) === true);
    case 'or':
      return (context) => runs.some((run) => run(context) === true);
    case 'if':
      return choice(runs);
  }
  const evaluate = nativeArithmetic.get(signature.name) ?? signature.evaluate;
  return signature.seesNull === true
    ? applied(evaluate, runs)
    : appliedToAll(evaluate, runs, signature.gives === 'boolean' ? false : null);
}

function choice(runs: readonly Run[]): Run {
  return (context) => {
    for (let index = 0; index + 1 < runs.length; index += 2) {
      if (runs[index]?.(context) === true) return runs[index + 1]?.(context) ?? null;
    }
    return runs.length % 2 === 1 ? (runs.at(-1)?.(context) ?? null) : null;
  };
}

type Evaluate = (...values: readonly Operand[]) => Operand;

function applied(evaluate: Evaluate, runs: readonly Run[]): Run {
  const [first, second, third] = runs;
  if (first !== undefined && second === undefined) return (context) => evaluate(first(context));
  if (first !== undefined && second !== undefined && third === undefined)
    return (context) => evaluate(first(context), second(context));
  return (context) => evaluate(...runs.map((run) => run(context)));
}

/** Null in gives `blank` out, and what stands behind it is not asked for. */
function appliedToAll(evaluate: Evaluate, runs: readonly Run[], blank: null | false): Run {
  const [first, second, third] = runs;
  if (first !== undefined && second === undefined) {
    return (context) => {
      const value = first(context);
      return value === null ? blank : evaluate(value);
    };
  }
  if (first !== undefined && second !== undefined && third === undefined) {
    return (context) => {
      const left = first(context);
      const right = left === null ? null : second(context);
      return left === null || right === null ? blank : evaluate(left, right);
    };
  }
  return (context) => {
    const values: Operand[] = [];
    for (const run of runs) {
      const value = run(context);
      if (value === null) return blank;
      values.push(value);
    }
    return evaluate(...values);
  };
}
