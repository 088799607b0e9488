// JSON Schema reports a union that failed with the errors of all its branches. People need those of the branch they meant.
// Errors of ajv in (all errors, verbose), errors of ajv out, in which every union speaks with one voice.
import type { ErrorObject } from 'ajv/dist/2020.js';

/** The keyword of an error that stands for a union of constants: none of `params.allowed`. */
export const notOneOf = 'not_one_of';

/** Innermost unions first, so that an outer one chooses among branches that are settled already. */
export function chooseBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter((error) => error.keyword === 'anyOf');
  unions.sort((a, b) => b.schemaPath.length - a.schemaPath.length);
  return unions.reduce(settle, errors);
}

function settle(errors: readonly ErrorObject[], union: ErrorObject): readonly ErrorObject[] {
  const inside = new Set(errors.filter((error) => isInside(error, union)));
  // Settled errors take the path of the union, so that the union around it knows the branch they belong to.
  const chosen = spokesmen([...inside], union).map((error) => ({ ...error, schemaPath: union.schemaPath }));
  return errors.flatMap((error) => (error === union ? chosen : inside.has(error) ? [] : [error]));
}

function spokesmen(inside: readonly ErrorObject[], union: ErrorObject): readonly ErrorObject[] {
  const branches = [...Map.groupBy(inside, (error) => branchOf(error, union)).values()];
  const meant = branches.filter((errors) => !errors.some((error) => isMisfit(error, union)));
  meant.sort((a, b) => a.length - b.length);
  if (meant[0]) return meant[0];

  const constants = constantsAt(inside, `${union.instancePath}/type`) ?? constantsAt(inside, union.instancePath);
  if (constants) return [constants];
  const untagged = inside.find((error) => isTagged(error) && error.keyword === 'required');
  return [untagged ?? { ...union, keyword: 'type', params: { type: expectedTypes(inside) } }];
}

/** One error for all constants that were expected at a place, where the value is at least of their type. */
function constantsAt(errors: readonly ErrorObject[], instancePath: string): ErrorObject | undefined {
  const constants = errors.filter((error) => error.keyword === 'const' && error.instancePath === instancePath);
  const allowed = constants.map((error): unknown => error.schema);
  const [first] = constants;
  if (!first || !allowed.some((value) => typeof value === typeof first.data)) return undefined;
  return { ...first, keyword: notOneOf, params: { allowed } };
}

function expectedTypes(errors: readonly ErrorObject[]): string {
  const types = errors.map((error): unknown =>
    error.keyword === 'const' ? typeof error.schema : error.keyword === 'type' ? error.params['type'] : undefined,
  );
  return [...new Set(types.filter((type) => typeof type === 'string'))].join(', ');
}

/** The branch is about values of another type, or about objects with another `type`. */
function isMisfit(error: ErrorObject, union: ErrorObject): boolean {
  if (error.instancePath === `${union.instancePath}/type`) return error.keyword === 'const';
  if (error.instancePath !== union.instancePath) return false;
  return error.keyword === 'type' || error.keyword === 'const' || (error.keyword === 'required' && isTagged(error));
}

/** A missing `type` in a union whose branches are told apart by it. */
function isTagged(error: ErrorObject): boolean {
  return error.params['missingProperty'] === 'type';
}

function isInside(error: ErrorObject, union: ErrorObject): boolean {
  const here = error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`);
  return here && error.schemaPath.startsWith(`${union.schemaPath}/`);
}

function branchOf(error: ErrorObject, union: ErrorObject): string | undefined {
  return error.schemaPath.slice(union.schemaPath.length + 1).split('/', 1)[0];
}
