// A statement that is planned once and run many times: text and name are fixed, some values are only known when it runs.
import { createHash } from 'node:crypto';
import { render, type Sql } from '@trellis/expressions/sql';

export interface Prepared {
  /** A digest of the text: the same text is the same plan on every connection and node. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What late values are read from; whoever plans a statement says in its type what its runs must bring. */
export type Binding = object;

/** Stands among a statement's values for one that each run brings along. */
export class Late {
  readonly read: (binding: never) => unknown;

  constructor(read: (binding: never) => unknown) {
    this.read = read;
  }
}

export function late<B extends Binding>(read: (binding: B) => unknown): Late {
  return new Late(read);
}

export function prepare(statement: Sql): Prepared {
  const { text, values } = render(statement);
  return { name: nameOf(text), text, values };
}

/** The values of one run. */
export function bound(values: readonly unknown[], binding: Binding | null): unknown[] {
  return values.map((value) => (value instanceof Late ? value.read(binding as never) : value));
}

const names = new Map<string, string>();
const mostNames = 5_000;

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= mostNames) names.clear();
    name = 't_' + createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}
