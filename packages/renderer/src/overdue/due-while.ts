// While what a moment stands for is still open, as its field says in `due_while`: the expression, and the fields that it reads.
import type { Field } from '@trellis/metadata/kinds';

export function dueWhile(field: Field | undefined): unknown {
  return field && 'due_while' in field ? field.due_while : undefined;
}

/** Names of the record's own fields, to be read along with the moment. */
export function fieldsOfDue(field: Field | undefined): readonly string[] {
  return [...new Set(variablesIn(dueWhile(field)))].filter((name) => !name.startsWith('$') && !name.includes('.'));
}

function variablesIn(json: unknown): readonly string[] {
  if (Array.isArray(json)) return json.flatMap(variablesIn);
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([operator, operand]) => {
    const name: unknown = Array.isArray(operand) ? operand[0] : operand;
    return operator === 'var' && typeof name === 'string' ? [name] : variablesIn(operand);
  });
}
