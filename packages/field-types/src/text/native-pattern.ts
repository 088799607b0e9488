// Regular expressions that metadata brings along, in the browser: by JavaScript's own, for its user's own page alone.

export interface Pattern {
  test(text: string): boolean;
}

export function compilePattern(pattern: string): Pattern | null {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return null;
  }
}
