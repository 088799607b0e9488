// One line of text, with a length, a pattern or a checked format such as an identity or account number.
import { Type, type Static } from '@sinclair/typebox';
import { defineFieldType, type OptionProblem } from '../contract.ts';
import { refuse } from '../normalized.ts';
import { countMeasures, textOperators } from '../operators.ts';
import { words } from '../fake.ts';
import { checkedFormats, compact, type CheckedFormatName } from './formats/registry.ts';
import { patternProblem } from './pattern.ts';
import { normalizeText } from './plain.ts';

const defaultMaxLength = 255;

const options = Type.Object({
  max_length: Type.Optional(Type.Integer({ minimum: 1, maximum: 4000, default: 255, description: 'In characters.' })),
  min_length: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 4000, description: 'In characters, where there is a value.' }),
  ),
  pattern: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'A regular expression, not anchored, as in JSON Schema; without looking around and referring back.',
    }),
  ),
  format: Type.Optional(
    Type.Unsafe<CheckedFormatName>({
      type: 'string',
      enum: Object.keys(checkedFormats),
      description: 'A number with check digits; it is stored without blanks, in capitals.',
    }),
  ),
});

export const text = defineFieldType<'text', typeof options, string>({
  name: 'text',
  label: { en: 'Text', 'zh-CN': '单行文本' },
  icon: 'FontSize',
  group: 'text',
  options,
  column: () => ({ type: 'text', natural: true }),
  valueType: () => 'text',
  problems: ({ min_length = 0, max_length = defaultMaxLength, pattern }) => [
    ...(min_length > max_length ? [{ path: 'min_length', code: 'min_above_max' } as const] : []),
    ...patternProblems(pattern),
  ],
  schema: ({ max_length = defaultMaxLength, min_length, pattern, format }) => ({
    type: 'string',
    // Grouping characters of a checked format are dropped, so that its length is not that of the input.
    maxLength: format === undefined ? max_length : 2 * max_length,
    ...(min_length === undefined ? {} : { minLength: min_length }),
    ...(pattern === undefined || format !== undefined ? {} : { pattern }),
  }),
  normalize,
  parse: (typed, field) => normalize(typed, field),
  format: (value) => value,
  operators: textOperators,
  sortable: true,
  groupable: true,
  searchable: true,
  unique: true,
  measures: countMeasures,
  /** A pattern is beyond chance: where there is one, the value may not match it. */
  fake: (random, { max_length = defaultMaxLength, min_length = 0, format }) =>
    format === undefined
      ? words(random, 3).slice(0, max_length).trim().padEnd(min_length, 'x')
      : checkedFormats[format].fake(random),
});

function patternProblems(pattern: string | undefined): OptionProblem[] {
  const code = pattern === undefined ? undefined : patternProblem(pattern);
  return code === undefined ? [] : [{ path: 'pattern', code }];
}

function normalize(
  value: unknown,
  { max_length = defaultMaxLength, min_length, pattern, format }: Static<typeof options>,
) {
  const typed = format !== undefined && typeof value === 'string' ? compact(value) : value;
  const normalized = normalizeText(typed, {
    max: max_length,
    ...(min_length === undefined ? {} : { min: min_length }),
    ...(pattern === undefined ? {} : { pattern }),
  });
  if (!normalized.ok || normalized.value === null || format === undefined) return normalized;
  const { code, accepts } = checkedFormats[format];
  return accepts(normalized.value) ? normalized : refuse(code);
}
