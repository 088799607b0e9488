// The check digit of GS1 article numbers (EAN-8, EAN-13, UPC-A): weights 3 and 1 from the right (GS1 General Specifications 7.9).

export function hasGs1CheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    sum += Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0;
}

/** The digits with the check digit behind them. */
export function withGs1CheckDigit(digits: string): string {
  const check = [...'0123456789'].find((digit) => hasGs1CheckDigit(digits + digit));
  return digits + (check ?? '');
}
