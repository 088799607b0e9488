// Groups the digits of an E.164 number for reading: `+8613800138000` → `+86 138 0013 8000`.
// A list has no room for the tables of every country: numbers of other plans stay as they are.

export function groupDigits(number: string): string {
  const chinese = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(number);
  if (chinese) return `+86 ${chinese[1]} ${chinese[2]} ${chinese[3]}`;
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (american) return `+1 ${american[1]} ${american[2]} ${american[3]}`;
  return number;
}
