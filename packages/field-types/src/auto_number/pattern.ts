// The pattern of automatic numbers: literal text, `{YYYY}`, `{YY}`, `{MM}`, `{DD}` and one counter `{0000}`.
// `PO-{YYYY}{MM}-{0000}` on 2024-03-01 with 7 is `PO-202403-0007`.

/** A JSON Schema pattern: any text and date parts around exactly one counter. */
export const patternShape = '^(?:[^{}]|\\{(?:YYYY|YY|MM|DD)\\})*\\{0+\\}(?:[^{}]|\\{(?:YYYY|YY|MM|DD)\\})*$';

export const defaultPattern = '{0000}';

/** `date` is `YYYY-MM-DD`; a number of more digits than the pattern has zeros takes the room that it needs. */
export function formatNumber(pattern: string, number: number, date: string): string {
  return pattern.replace(/\{(YYYY|YY|MM|DD|0+)\}/g, (_, part: string) =>
    part.startsWith('0') ? String(number).padStart(part.length, '0') : datePart(part, date),
  );
}

/** What the counter belongs to: numbering begins anew with each period, `202403` for `{YYYY}{MM}`; '' where it never does. */
export function periodOf(pattern: string, date: string): string {
  const used = new Set([...pattern.matchAll(/\{(YYYY|YY|MM|DD)\}/g)].map(([, part]) => part));
  return ['YYYY', 'YY', 'MM', 'DD']
    .filter((part) => used.has(part))
    .map((part) => datePart(part, date))
    .join('');
}

function datePart(part: string, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (part === 'YYYY') return year;
  if (part === 'YY') return year.slice(-2);
  return part === 'MM' ? month : day;
}
