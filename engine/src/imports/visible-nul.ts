// U+0000 is a character of a file like any other, but no text and no JSON of PostgreSQL can hold it. A cell with one is refused
// by its field; what is told about it, and what a column is called, has its picture instead.
export function visibleNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\u2400') : text;
}
