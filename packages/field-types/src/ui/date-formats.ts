// How dates are written in inputs: the first format is shown, the others are read as well.

export function dateFormats(language: string): string[] {
  const typed = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD'];
  return language.startsWith('zh') ? [...typed, 'YYYY年M月D日'] : ['MMM D, YYYY', ...typed];
}

export function datetimeFormats(language: string): string[] {
  return dateFormats(language).map((format) => `${format} HH:mm`);
}
