// Between sanitized HTML and plain text, for search and for people who write plain text.
import { escapeHtml } from './sanitize.ts';

/** The texts between the tags; as `plainTextSql` does it. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

export function plainTextSql(column: string): string {
  const replacements = [
    ["'&lt;'", "'<'"],
    ["'&gt;'", "'>'"],
    ["'&quot;'", `'"'`],
    ["'&amp;'", "'&'"],
  ];
  return replacements.reduce(
    (sql, [entity, character]) => `replace(${sql}, ${entity}, ${character})`,
    `regexp_replace(${column}, '<[^>]*>', ' ', 'g')`,
  );
}

/** Each line a paragraph. */
export function paragraphs(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}

/** The lines of a text that `paragraphs` gives back unchanged; `undefined`: it has more than paragraphs. */
export function linesOf(html: string): string | undefined {
  const lines = [...html.matchAll(/<p>([^<]*)<\/p>/g)].map(([, line = '']) => plainText(line));
  const text = lines.join('\n');
  return paragraphs(text) === html ? text : undefined;
}
