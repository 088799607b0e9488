// What roles grant, as values that nobody can mix up: no access is none, and no restriction is none either.
import type { CompiledExpression } from './model.ts';

export type RowAccess =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'some'; readonly expression: CompiledExpression };

/** How a reader meets a field on the rows that they see at all. */
export type FieldAccess = 'always' | 'never' | { readonly kind: 'sometimes'; readonly expression: CompiledExpression };
