// How long ago something was, in its largest unit: `3 days`, `2 months`.

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export function ageOf(instant: string, now: Date, language: string): string {
  const seconds = Math.max(0, (now.getTime() - new Date(instant).getTime()) / 1000);
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? (['minute', 60] as const);
  const style = { style: 'unit', unit, unitDisplay: language.startsWith('zh') ? 'short' : 'narrow' } as const;
  return new Intl.NumberFormat(language, style).format(Math.floor(seconds / length));
}
