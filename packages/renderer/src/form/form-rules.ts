// Which fields and sections of a form are visible, required, read-only for the values that it has now. Evaluated beside rjsf,
// which gets a plain schema; the server evaluates the same expressions again.
import type { Context } from '@trellis/expressions/to-function';
import { compilePredicate, type Predicate } from '../conditions/compile.ts';
import { scopeOf } from '../conditions/scope.ts';
import type { Model } from '../model.ts';
import type { FormDefinition } from './form-definition.ts';

export interface FieldRule {
  readonly visible: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
}

export interface Ruled {
  readonly fields: ReadonlyMap<string, FieldRule>;
  /** Keys of the sections that are shown. */
  readonly sections: ReadonlySet<string>;
}

export type FormRules = (context: Context) => Ruled;

export function compileRules(definition: FormDefinition, model: Model): FormRules {
  const scope = scopeOf(model, definition.entity);
  const predicate = (condition: unknown, otherwise: boolean): Predicate =>
    compilePredicate(condition ?? otherwise, scope) ?? (() => otherwise);
  const fields = [...definition.fields.values()].map(({ name, field }) => {
    const conditions = definition.conditions[name] ?? {};
    const readOnly = predicate(conditions.read_only, field.read_only === true);
    const isAlways = field.read_only === true || isAlwaysTrue(conditions.read_only);
    return {
      name,
      visible: predicate(conditions.visible, true),
      required: predicate(conditions.required, definition.required.has(name)),
      // A condition holds back changes of what is stored: whoever makes a record may fill the field in.
      readOnly: (context: Context) => (isAlways || context.old !== undefined) && readOnly(context),
    };
  });
  const sections = definition.sections.map((section) => ({
    section,
    visible: predicate(section.visible, true),
  }));

  return (context) => {
    const shown = sections.filter(({ visible }) => visible(context)).map(({ section }) => section);
    const inSection = new Set(shown.flatMap((section) => section.fields));
    return {
      sections: new Set(shown.map((section) => section.key)),
      fields: new Map(
        fields.map(({ name, visible, required, readOnly }) => {
          const isVisible = inSection.has(name) && visible(context);
          return [name, { visible: isVisible, required: isVisible && required(context), readOnly: readOnly(context) }];
        }),
      ),
    };
  };
}

/** Written out, also as one of several that are enough by themselves. */
function isAlwaysTrue(condition: unknown): boolean {
  if (condition === true) return true;
  const parts = typeof condition === 'object' && condition !== null && 'or' in condition ? condition.or : undefined;
  return Array.isArray(parts) && parts.some(isAlwaysTrue);
}
