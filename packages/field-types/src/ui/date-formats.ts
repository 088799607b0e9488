// How dates are shown in inputs. People may write them in more ways: what they type is read by the field's type.

export function dateFormat(language: string): string {
  return language.startsWith('zh') ? 'YYYY-MM-DD' : 'MMM D, YYYY';
}

export function datetimeFormat(language: string): string {
  return `${dateFormat(language)} HH:mm`;
}
