// Values as people read them on screens: numbers, money, dates. `Intl` objects are costly to make, so each is made once.
// (Text for files and the clipboard is the type's own `format`, which can be read back.)

const made = new Map<string, unknown>();

export function formatNumber(value: number | string, language: string, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(language, options).format(exact(value));
}

/** Without decimals where the amount is whole, with all of the currency's own otherwise. */
export function formatMoney(value: number | string, language: string, currency: string): string {
  const whole = Number.isInteger(Number(value));
  return formatNumber(value, language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(whole && { minimumFractionDigits: 0 }),
  });
}

/** The sign alone, as `formatMoney` writes it. */
export function currencySign(language: string, currency: string): string {
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const parts = numberFormat(language, options).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** `2026-12-31`, as `Dec 31, 2026` in English and as it is in Chinese. */
export function formatDate(value: string, language: string): string {
  if (language.startsWith('zh')) return value;
  return dateFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
}

/** An instant, in the user's time zone. */
export function formatInstant(value: string, language: string, timeZone: string): string {
  const instant = new Date(value);
  if (!language.startsWith('zh')) {
    return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(instant);
  }
  return dateFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(instant);
}

/** Seconds, as `1h 30m`; the same letters in every language. */
export function formatDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return shown.length > 0 ? shown.join(' ') : '0m';
}

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(`n${language}${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options));
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`d${language}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(language, options));
}

function once<Format>(key: string, make: () => Format): Format {
  const known = made.get(key);
  if (known !== undefined) return known as Format;
  const format = make();
  made.set(key, format);
  return format;
}

/** Numbers of more than 15 digits travel as strings, which `Intl` reads exactly. */
function exact(value: number | string): number | Intl.StringNumericLiteral {
  return typeof value === 'number' ? value : (value as Intl.StringNumericLiteral);
}
