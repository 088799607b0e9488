// A formula as it is typed, in an entity of 200 fields: after each key the text so far is parsed, type-checked, and looked through for what
// could come next, as the formula bar does.
import { checkFormula } from '@trellis/expressions/formula/check';
import { completions } from '@trellis/expressions/formula/completions';
import type { Fields } from '@trellis/expressions/formula/fields';
import { scopeOf } from '@trellis/expressions/formula/scope';
import { median } from './rounds.ts';

const types = ['number', 'text', 'date', 'boolean'] as const;

const fields: Fields = Array.from({ length: 200 }, (_, index) => ({
  name: `field_${index}`,
  label: `Field ${index}`,
  type: types[index % types.length] ?? 'text',
}));

const formula = `IF(
  AND([Field 0] > 1000, NOT(ISBLANK([Field 1])), [Field 2] < TODAY(), [Field 3]),
  ROUND(([Field 4] - [Field 8] / 2) * (1 - MIN([Field 12], 0.25)), 2),
  SWITCH([Field 5], "gold", [Field 16] * 1.1, "silver", [Field 20] * 1.05, COALESCE([Field 24], 0))
)`;

/** Milliseconds after one key: of the median key, and of the slowest. */
export function timeTyping(): { readonly length: number; readonly usual: Round; readonly slowest: Round } {
  const options = { scope: scopeOf(fields), fields, language: 'en' } as const;
  if (!checkFormula(formula, options).ok) throw new Error('The formula that is typed is wrong.');
  const keys = (): readonly number[] =>
    Array.from({ length: formula.length }, (_, index) => {
      const text = formula.slice(0, index + 1);
      const start = performance.now();
      checkFormula(text, options);
      completions(text, text.length, options);
      return performance.now() - start;
    }).toSorted((left, right) => left - right);
  keys();
  return {
    length: formula.length,
    usual: median(() => keys()[Math.floor(formula.length / 2)] ?? NaN),
    slowest: median(() => keys().at(-1) ?? NaN),
  };
}

type Round = ReturnType<typeof median>;
