// VAT numbers of the EU, the United Kingdom, Switzerland and Norway: shape by country, check digits where they are public
// (European Commission, VIES; algorithms as in BMF "Construction of VAT identification numbers").
import { luhn, mod97, weighted } from './checksums.ts';

interface Country {
  readonly shape: RegExp;
  readonly check?: (digits: string) => boolean;
}

const countries: { readonly [code: string]: Country } = {
  AT: { shape: /^U\d{8}$/, check: (text) => austrian(text.slice(1)) },
  BE: { shape: /^[01]\d{9}$/, check: (text) => 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8)) },
  BG: { shape: /^\d{9,10}$/ },
  CHE: { shape: /^\d{9}(MWST|TVA|IVA)?$/, check: swiss },
  CY: { shape: /^\d{8}[A-Z]$/ },
  CZ: { shape: /^\d{8,10}$/ },
  DE: { shape: /^[1-9]\d{8}$/, check: mod11And10 },
  DK: { shape: /^\d{8}$/, check: (text) => weighted(text, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { shape: /^\d{9}$/ },
  EL: { shape: /^\d{9}$/, check: (t) => (weighted(t, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(t[8]) },
  ES: { shape: /^[A-Z]\d{7}[A-Z0-9]$|^\d{8}[A-Z]$/ },
  FI: { shape: /^\d{8}$/, check: (text) => weighted(text, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 },
  FR: { shape: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, check: french },
  GB: { shape: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, check: british },
  HR: { shape: /^\d{11}$/, check: mod11And10 },
  HU: { shape: /^\d{8}$/, check: (text) => weighted(text, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { shape: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/ },
  IT: { shape: /^\d{11}$/, check: luhn },
  LT: { shape: /^(\d{9}|\d{12})$/ },
  LU: { shape: /^\d{8}$/, check: (text) => Number(text.slice(0, 6)) % 89 === Number(text.slice(6)) },
  LV: { shape: /^\d{11}$/ },
  MT: { shape: /^\d{8}$/, check: (text) => (weighted(text, [3, 4, 6, 7, 8, 9]) + Number(text.slice(6))) % 37 === 0 },
  NL: { shape: /^\d{9}B\d{2}$/, check: (text) => dutch(text) || mod97(`NL${text}`) === 1 },
  NO: { shape: /^\d{9}(MVA)?$/, check: (text) => weighted(text, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  PL: { shape: /^\d{10}$/, check: (text) => weighted(text, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(text[9]) },
  PT: {
    shape: /^\d{9}$/,
    check: (t) => ((11 - (weighted(t, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(t[8]),
  },
  RO: { shape: /^[1-9]\d{1,9}$/ },
  SE: { shape: /^\d{10}01$/, check: (text) => luhn(text.slice(0, 10)) },
  SI: { shape: /^[1-9]\d{7}$/, check: (t) => (11 - (weighted(t, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(t[7]) },
  SK: { shape: /^\d{10}$/, check: (text) => Number(text) % 11 === 0 },
  XI: { shape: /^\d{9}$/, check: british },
};

export function isVat(text: string): boolean {
  const code = text.startsWith('CHE') ? 'CHE' : text.slice(0, 2);
  const country = Object.hasOwn(countries, code) ? countries[code] : undefined;
  const number = text.slice(code.length);
  return country !== undefined && country.shape.test(number) && (country.check?.(number) ?? true);
}

/** ISO 7064 MOD 11,10. */
function mod11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

function austrian(digits: string): boolean {
  const sum = [...digits.slice(0, 7)].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return (10 - ((sum + 4) % 10)) % 10 === Number(digits[7]);
}

/** Keys with letters belong to a newer scheme whose check is not public. */
function french(text: string): boolean {
  const key = text.slice(0, 2);
  return !/^\d+$/.test(key) || Number(key) === (12 + 3 * (Number(text.slice(2)) % 97)) % 97;
}

/** Government departments and health authorities have five characters without a check. */
function british(text: string): boolean {
  if (text.length < 9) return true;
  const sum = weighted(text, [8, 7, 6, 5, 4, 3, 2]) + Number(text.slice(7, 9));
  return sum % 97 === 0 || (sum + 55) % 97 === 0;
}

function dutch(text: string): boolean {
  return weighted(text, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(text[8]);
}

function swiss(text: string): boolean {
  return (11 - (weighted(text, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === Number(text[8]);
}
