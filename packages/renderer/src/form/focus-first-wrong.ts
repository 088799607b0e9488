// Puts the cursor into the first field that is wrong, in the order in which the form shows them.
import type { FormErrors } from './field-errors.ts';
import { idsOf } from './form-context.ts';
import type { FormDefinition } from './form-definition.ts';

export function focusFirstWrong(definition: FormDefinition, errors: FormErrors, idPrefix: string): void {
  const first = definition.sections.flatMap((section) => section.fields).find((name) => errors.fields.has(name));
  if (first === undefined) return;
  const { input } = idsOf(idPrefix, first);
  const [row, cells] = Object.entries(errors.fields.get(first)?.rows ?? {})[0] ?? [];
  const cell = Object.keys(cells ?? {})[0];
  const target = row === undefined || cell === undefined ? input : `${input}_${row}_${cell}`;
  // A section that was collapsed opens because of the error, and is there only after that has been drawn.
  requestAnimationFrame(() => {
    const element = document.getElementById(target) ?? document.getElementById(input);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  });
}
