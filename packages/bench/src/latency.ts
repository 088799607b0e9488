// The median answer time of single requests, one after the other: what growth and restricted users are compared by.
import { pathToFileURL } from 'node:url';
import { adapter } from './workbench.ts';

interface Request {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
}

interface Adapter {
  readonly base: string;
  readonly ops: Readonly<Record<string, (input: unknown) => Request>>;
  logIn(email: string): Promise<Record<string, string>>;
}

export async function loadAdapter(): Promise<Adapter> {
  const module: { default: Adapter } = await import(pathToFileURL(adapter).href);
  return module.default;
}

/** @param inputs the load script's own, so that every run asks for the same. @returns milliseconds */
export async function medianOf(
  target: Adapter,
  operation: string,
  auth: Readonly<Record<string, string>>,
  inputs: readonly unknown[],
): Promise<number> {
  const times: number[] = [];
  for (const [index, input] of inputs.entries()) {
    const request = target.ops[operation]?.(input);
    if (!request) throw new Error(`no operation ${operation}`);
    const start = performance.now();
    const response = await fetch(target.base + request.path, {
      method: request.method ?? 'GET',
      headers: { ...auth, ...(request.body ? { 'content-type': 'application/json' } : {}) },
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation}: ${response.status} ${text.slice(0, 200)}`);
    // The first requests prepare statements and fill caches.
    if (index >= inputs.length / 5) times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  return times[times.length >> 1] ?? NaN;
}
