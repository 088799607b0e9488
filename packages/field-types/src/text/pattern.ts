// Regular expressions that metadata brings along. `#pattern` is RE2 on the server, JavaScript's own in the browser.
import { compilePattern } from '#pattern';
import { compilePattern as nativePattern } from './native-pattern.ts';

/** What keeps a pattern from being used; the browser leaves the second to the server. */
export function patternProblem(pattern: string): 'invalid_pattern' | 'unsupported_pattern' | undefined {
  if (nativePattern(pattern) === null) return 'invalid_pattern';
  return compilePattern(pattern) === null ? 'unsupported_pattern' : undefined;
}

export function matchesPattern(text: string, pattern: string): boolean {
  return compilePattern(pattern)?.test(text) === true;
}
