// An error of ajv as a problem that a person can act on.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { suggest } from '@trellis/expressions/suggest';
import { isObject, pointer } from '../json.ts';
import { FieldPath, languages, Name, SortKey } from '../kinds/common.ts';
import { problem, valueProblem, type Problem } from '../problems/problem.ts';
import { notOneOf } from './choose-branch.ts';

/** `path` is where the checked value stands. */
export function errorProblem(error: ErrorObject, path: string): Problem {
  const at = path + error.instancePath;
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return problem(at, 'missing_member', { member: String(params['missingProperty']) });
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return unknownMember(at, String(params['additionalProperty'] ?? params['unevaluatedProperty']), error);
    case 'type':
      return problem(at, 'wrong_type', { expected: String(params['type']), actual: jsonType(error.data) });
    case 'const':
      return notAllowed(at, error.data, [params['allowedValue']]);
    case 'enum':
      return notAllowed(at, error.data, params['allowedValues']);
    case notOneOf:
      return notAllowed(at, error.data, params['allowed']);
    case 'pattern':
      return mismatch(at, String(error.data), String(params['pattern']));
    case 'minLength':
      return valueProblem(at, 'too_short', { min: Number(params['limit']) });
    case 'maxLength':
      return valueProblem(at, 'too_long', { max: Number(params['limit']) });
    case 'minimum':
    case 'exclusiveMinimum':
      return valueProblem(at, 'too_small', { min: Number(params['limit']) });
    case 'maximum':
    case 'exclusiveMaximum':
      return valueProblem(at, 'too_large', { max: Number(params['limit']) });
    case 'maxItems':
      return valueProblem(at, 'too_many_items', { max: Number(params['limit']) });
    case 'minItems':
    case 'minProperties':
      return problem(at, 'too_few', { min: Number(params['limit']) });
    // Labels alone forbid something by it.
    case 'not':
      return problem(at, 'no_language', { known: languages.join(', ') });
    default:
      return problem(at, 'bad_shape', { keyword: error.keyword });
  }
}

function unknownMember(at: string, name: string, error: ErrorObject): Problem {
  const path = pointer(at, name);
  const properties: unknown = error.parentSchema?.['properties'];
  // Where members are keyed by their names, a key that does not fit is a bad name.
  if (!isObject(properties)) return problem(path, 'bad_name', { name });
  return problem(path, 'unknown_member', { name }, suggest(name, Object.keys(properties)));
}

function notAllowed(at: string, value: unknown, allowed: unknown): Problem {
  const known: readonly unknown[] = Array.isArray(allowed) ? allowed : [];
  const words = known.filter((each) => typeof each === 'string');
  const params = { value: JSON.stringify(value), allowed: known.map((each) => JSON.stringify(each)).join(', ') };
  return problem(at, 'not_allowed', params, typeof value === 'string' ? suggest(value, words) : undefined);
}

function mismatch(at: string, text: string, pattern: string): Problem {
  if (pattern === Name.pattern) return problem(at, 'bad_name', { name: text });
  if (pattern === FieldPath.pattern || pattern === SortKey.pattern) return problem(at, 'bad_path', { path: text });
  return valueProblem(at, 'pattern_mismatch', { pattern });
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
