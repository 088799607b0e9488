// Numbers as people read them: thousands in groups, English and Chinese alike.

/** `1234567.5` → `1,234,567.5` */
export function groupDigits(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
