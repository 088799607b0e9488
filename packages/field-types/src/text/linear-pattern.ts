// Regular expressions that metadata brings along, on the server: by RE2, which takes time in proportion to the text, whatever the
// expression. JavaScript's own would stand still over “(a+)+$”. Read as JSON Schema reads them: Unicode, not anchored.
import { RE2JS } from 're2js';
import { compilePattern as nativePattern, type Pattern } from './native-pattern.ts';

const compiled = new Map<string, Pattern | null>();
const mostPatterns = 5_000;

/** Null for what is no regular expression of JavaScript, or needs more than RE2 has: looking around, referring back, size. */
export function compilePattern(pattern: string): Pattern | null {
  let known = compiled.get(pattern);
  if (known === undefined) {
    if (compiled.size >= mostPatterns) compiled.clear();
    known = nativePattern(pattern) && compile(pattern);
    compiled.set(pattern, known);
  }
  return known;
}

/** In RE2's instructions. Each may be looked at for each character. */
const mostInstructions = 1_000;

function compile(pattern: string): Pattern | null {
  try {
    const expression = RE2JS.compile(RE2JS.translateRegExp(withPlainProperties(pattern)));
    return expression.programSize() > mostInstructions ? null : expression;
  } catch {
    return null;
  }
}

/** `\p{Script=Han}` is `\p{Han}` to RE2. */
function withPlainProperties(pattern: string): string {
  return pattern.replace(/\\([pP])\{(?:Script|sc|General_Category|gc)=(\w+)\}/g, '\\$1{$2}');
}
