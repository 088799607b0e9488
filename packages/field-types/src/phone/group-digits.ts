// Groups the digits of an E.164 number for reading: `+8613800138000` → `+86 138 0013 8000`, `+862155667788` → `+86 21 5566 7788`.
// A list has no room for the tables of every country: numbers of other plans stay as they are.

export function groupDigits(number: string): string {
  const [digits = '', extension] = number.split(';ext=');
  const grouped = groups.find(({ plan }) => plan.test(digits));
  const text = grouped ? digits.replace(grouped.plan, grouped.written) : digits;
  return extension === undefined ? text : `${text} ext. ${extension}`;
}

/** Mobiles, service numbers, and area codes: of two digits in the largest cities, of three elsewhere; then North America. */
const groups = [
  { plan: /^\+86(1[3-9]\d)(\d{4})(\d{4})$/, written: '+86 $1 $2 $3' },
  { plan: /^\+86([48]00)(\d{3})(\d{4})$/, written: '+86 $1 $2 $3' },
  { plan: /^\+86(10|2\d)(\d{4})(\d{4})$/, written: '+86 $1 $2 $3' },
  { plan: /^\+86([3-9]\d\d)(\d{3,4})(\d{4})$/, written: '+86 $1 $2 $3' },
  { plan: /^\+1(\d{3})(\d{3})(\d{4})$/, written: '+1 $1 $2 $3' },
] as const;
