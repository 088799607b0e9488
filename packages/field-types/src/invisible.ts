// Text of which nobody sees anything: it is kept where it may be, but it does not fill in what is asked for.

export function isInvisible(value: unknown): boolean {
  return typeof value === 'string' && /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u.test(value);
}
