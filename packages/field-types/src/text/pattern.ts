// Regular expressions that metadata brings along, read as JSON Schema reads them: Unicode, not anchored.

export function compilePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
