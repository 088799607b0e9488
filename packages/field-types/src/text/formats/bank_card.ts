// Bank card numbers: 12 to 19 digits with a Luhn check digit (ISO/IEC 7812-1).
import { luhn } from './checksums.ts';

export function isBankCard(text: string): boolean {
  return /^[1-9]\d{11,18}$/.test(text) && luhn(text);
}
