// The checked formats of a text: what people type is made compact, then tested with its check digits.
import type { ProblemCode } from '../../messages.ts';
import { digits, pick, whole } from '../../fake.ts';
import { isBankCard } from './bank_card.ts';
import { isCnIdCard } from './cn_id_card.ts';
import { isCnUscc } from './cn_uscc.ts';
import { mod97 } from './checksums.ts';
import { isCurrencyCode } from './currency_code.ts';
import { isIban } from './iban.ts';
import { isVat } from './vat.ts';

export interface CheckedFormat {
  readonly code: ProblemCode;
  /** Of the compact text. */
  readonly accepts: (text: string) => boolean;
  readonly fake: (random: () => number) => string;
}

export const checkedFormats = Object.freeze({
  cn_id_card: {
    code: 'not_a_cn_id_card',
    accepts: isCnIdCard,
    fake: (random) =>
      completed(
        `110105${whole(random, 1950, 2005)}0${whole(random, 1, 9)}1${whole(random, 0, 9)}${digits(random, 3)}`,
        isCnIdCard,
      ),
  },
  cn_uscc: {
    code: 'not_a_cn_uscc',
    accepts: isCnUscc,
    fake: (random) => completed(`91350100MA${digits(random, 7)}`, isCnUscc),
  },
  bank_card: {
    code: 'not_a_bank_card',
    accepts: isBankCard,
    fake: (random) => completed(`622202${digits(random, 12)}`, isBankCard),
  },
  iban: { code: 'not_an_iban', accepts: isIban, fake: fakeIban },
  vat: {
    code: 'not_a_vat',
    accepts: isVat,
    fake: (random) => completed(`DE${whole(random, 1, 9)}${digits(random, 7)}`, isVat),
  },
  currency_code: {
    code: 'not_a_currency',
    accepts: isCurrencyCode,
    fake: (random) => pick(random, ['CNY', 'EUR', 'GBP', 'JPY', 'USD']),
  },
}) satisfies { readonly [name: string]: CheckedFormat };

export type CheckedFormatName = keyof typeof checkedFormats;

/** Without blanks, points and hyphens that only group the characters, in capitals. */
export function compact(text: string): string {
  return text.replace(/[\s.\-]/g, '').toUpperCase();
}

/** The text with the check character that makes it acceptable. */
function completed(text: string, accepts: (text: string) => boolean): string {
  const check = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((character) => accepts(text + character));
  return text + (check ?? '');
}

function fakeIban(random: () => number): string {
  const account = digits(random, 18);
  const check = 98 - mod97(`${account}DE00`);
  return `DE${String(check).padStart(2, '0')}${account}`;
}
