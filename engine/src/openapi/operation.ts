// The building blocks of the document: an operation with its parameters, body and answers, and the shapes that answers share.
import type { JsonSchema } from '@trellis/field-types/contract';

export type Method = 'get' | 'post' | 'patch' | 'delete';
export type Operation = Readonly<Record<string, unknown>>;
export type PathItem = { readonly [Verb in Method]?: Operation };

export interface OperationInput {
  /** Unique in the document: `book.list`. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly parameters?: readonly JsonSchema[];
  readonly body?: { readonly type?: string; readonly schema: JsonSchema };
  /** What stands in the body of a success; absent: `{ "data": null }`. */
  readonly answer?: JsonSchema;
  /** Absent: JSON. */
  readonly answerType?: string;
  readonly status?: 200 | 201 | 202;
  /** Statuses that this operation answers with a problem beside the ones that every operation has. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** Who may ask; absent: a session. */
  readonly access?: 'anybody' | 'session';
}

/** Unsafe methods of a session carry its CSRF token as well. */
export function operation(method: Method, input: OperationInput): Operation {
  const {
    id,
    summary,
    description,
    tag,
    parameters,
    body,
    answer = nothing,
    answerType = 'application/json',
    status = 200,
    refusals = {},
    access = 'session',
  } = input;
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    ...(parameters?.length ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: true, content: { [body.type ?? 'application/json']: { schema: body.schema } } } }
      : {}),
    responses: {
      [status]: { description: statusTexts[status], content: { [answerType]: { schema: answer } } },
      ...Object.fromEntries(Object.entries(refusals).map(([code, why]) => [code, problemAnswer(why)])),
      default: { $ref: '#/components/responses/Problem' },
    },
    security: access === 'anybody' ? [] : [method === 'get' ? { session: [] } : { session: [], csrf: [] }],
  };
}

export function schemaRef(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

export function parameterRef(name: string): JsonSchema {
  return { $ref: `#/components/parameters/${name}` };
}

export function inQuery(name: string, schema: JsonSchema, description: string): JsonSchema {
  return { name, in: 'query', schema, description };
}

/** `{ "data": … }`, as every success has it. */
export function dataOf(schema: JsonSchema): JsonSchema {
  return objectOf({ data: schema }, ['data']);
}

/** `{ "data": […], "page": … }` */
export function pageOf(schema: JsonSchema): JsonSchema {
  return objectOf({ data: { type: 'array', items: schema }, page: schemaRef('Page') }, ['data', 'page']);
}

export function objectOf(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { type: 'object', properties, ...(required.length ? { required } : {}) };
}

/** Other members than these are refused. */
export function closedOf(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { ...objectOf(properties, required), additionalProperties: false };
}

export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function problemAnswer(description: string): JsonSchema {
  return { description, content: { 'application/problem+json': { schema: schemaRef('Problem') } } };
}

const nothing = dataOf({ type: 'null' });

const statusTexts = { 200: 'Done', 201: 'Made', 202: 'Taken up: a job goes on with it' } as const;
