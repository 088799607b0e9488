// Codes of currencies (ISO 4217), those of the past included.

export function isCurrencyCode(text: string): boolean {
  return known().has(text);
}

let codes: ReadonlySet<string> | undefined;

function known(): ReadonlySet<string> {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes;
}
