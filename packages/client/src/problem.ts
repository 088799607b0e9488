// What can go wrong with a request, as one closed union: the server answered with a problem (RFC 9457), or nothing answered.
// Screens switch on `kind` and `code`; texts of a problem are already in the asker's language.

export interface FieldProblem {
  /** JSON pointer into the body sent: `/amount`, `/lines/2/price`; empty for the record as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors: readonly FieldProblem[];
  /** Further members, such as `current` of a stale write. */
  readonly members: { readonly [name: string]: unknown };
}

/** The server refused: `problem` says what, where and why. */
export class RequestRefused extends Error {
  readonly kind = 'refused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'RequestRefused';
    this.problem = problem;
  }
}

/** Nobody answered: no network, or the server is down. */
export class ServerUnreachable extends Error {
  readonly kind = 'unreachable';

  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'ServerUnreachable';
  }
}

/** The problem of a refused request, `null` for every other failure. */
export function problemOf(error: unknown): Problem | null {
  return error instanceof RequestRefused ? error.problem : null;
}

export function hasStatus(error: unknown, status: number): boolean {
  return problemOf(error)?.status === status;
}

/** Reads an error answer; a body that is no problem (a proxy's page) becomes one from the status alone. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const members = isObject(body) ? body : {};
  const problem = {
    status: response.status,
    code: textOf(members['code']) ?? `http_${response.status}`,
    title: textOf(members['title']) ?? response.statusText,
    errors: Array.isArray(members['errors']) ? members['errors'].flatMap(readFieldProblem) : [],
    members,
  };
  const detail = textOf(members['detail']);
  return detail === undefined ? problem : { ...problem, detail };
}

function readFieldProblem(value: unknown): FieldProblem[] {
  if (!isObject(value)) return [];
  const hint = textOf(value['hint']);
  const problem = {
    path: textOf(value['path']) ?? '',
    code: textOf(value['code']) ?? 'invalid',
    message: textOf(value['message']) ?? '',
  };
  return [hint === undefined ? problem : { ...problem, hint }];
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
