// `npm run bench:expressions`: how often a second an expression is evaluated, by json-logic-js and by closures, on the numbers of
// JavaScript and on decimals; and how long a formula takes after each key while it is typed. Medians of five rounds, and in brackets how
// far these lie apart.
import { check } from '@trellis/expressions/check';
import { compiledPredicate } from '@trellis/expressions/compiled';
import { parseExpression } from '@trellis/expressions/parse';
import { toPredicate, type Context } from '@trellis/expressions/to-function';
import type { TypedExpression } from '@trellis/expressions/typed';
import type { ValueType } from '@trellis/expressions/types';
import { median } from './rounds.ts';
import { timeTyping } from './typing.ts';

const fields: ReadonlyMap<string, ValueType> = new Map([
  ['amount', 'number'],
  ['list_price', 'number'],
  ['probability', 'number'],
  ['stage', 'text'],
  ['owner', 'id'],
  ['closes', 'date'],
  ['$user.id', 'id'],
]);

const rules: { readonly [name: string]: unknown } = {
  'five comparisons': {
    and: [
      { '>=': [{ var: 'amount' }, 1_000] },
      { in: [{ var: 'stage' }, ['qualified', 'proposed', 'negotiated']] },
      { '<': [{ var: 'probability' }, 50] },
      { or: [{ '==': [{ var: 'owner' }, { var: '$user.id' }] }, { '>=': [{ var: 'list_price' }, { var: 'amount' }] }] },
    ],
  },
  'five operations on numbers': {
    '<=': [
      { '-': [1, { '/': [{ var: 'amount' }, { var: 'list_price' }] }] },
      { '*': [{ '+': [{ var: 'probability' }, 10] }, 0.01] },
    ],
  },
  'a date against today': { '<': [{ var: 'closes' }, { date_add: [{ var: '$today' }, 30, 'day'] }] },
};

const user = { id: '0198c0de-0000-7000-8000-000000000001' };
const other = '0198c0de-0000-7000-8000-000000000002';
const native = {
  amount: 1_299.95,
  list_price: 1_499,
  probability: 40,
  stage: 'proposed',
  owner: other,
  closes: '2026-04-15',
};
const decimal = { ...native, amount: '12345678901234567.89', list_price: '12345678901234999.99' };

const roundLength = 500;

process.stdout.write(
  '| evaluations a second | closures, native numbers | closures, decimals | json-logic-js, native | json-logic-js, decimals |\n| --- | --: | --: | --: | --: |\n',
);
for (const [name, json] of Object.entries(rules)) {
  const typed = typedOf(json);
  const rates = [compiledPredicate(typed), toPredicate(typed)].flatMap((holds) =>
    [native, decimal].map((record) => rateOf(holds, contextOf(record))),
  );
  process.stdout.write(`| ${name} | ${rates.join(' | ')} |\n`);
}

const { length, usual, slowest } = timeTyping();
process.stdout.write(
  `\nA formula of ${length} characters, typed: ${milliseconds(usual)} after a key, ${milliseconds(slowest)} after the slowest.\n`,
);

function typedOf(json: unknown): TypedExpression {
  const parsed = parseExpression(json);
  const checked = parsed.ok ? check(parsed.value, { typeOf: (path) => fields.get(path.join('.')) }) : parsed;
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

function contextOf(record: Context['record']): Context {
  return { record, user, now: '2026-03-31T12:00:00Z', today: '2026-03-31', timeZone: 'Asia/Shanghai' };
}

function rateOf(holds: (context: Context) => boolean, context: Context): string {
  const rate = median(() => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < roundLength) {
      for (let index = 0; index < 1_000; index += 1) holds(context);
      count += 1_000;
    }
    return (count / (performance.now() - start)) * 1_000;
  });
  const [middle, least, most] = [rate.median, rate.least, rate.most].map((one) => Math.round(one).toLocaleString('en'));
  return `${middle} (${least}–${most})`;
}

function milliseconds(round: ReturnType<typeof median>): string {
  return `${round.median.toFixed(2)} ms (${round.least.toFixed(2)}–${round.most.toFixed(2)})`;
}
