// An address as one line: from the widest part to the narrowest without blanks in Chinese, the other way round elsewhere.
import type { Address } from './address.ts';

export function addressText(address: Address, language: string): string {
  const { country, province, city, district, street, postal_code } = address;
  if (language.startsWith('zh')) {
    const region = [country, province, city === province ? undefined : city, district, street].filter(Boolean).join('');
    return [region, postal_code].filter(Boolean).join(' ');
  }
  return [street, district, city, province, postal_code, country].filter(Boolean).join(', ');
}
