// Cuts HTML down to what a note needs. The result is written anew from allowed tags, attributes and escaped text only,
// so that nothing that was not understood can get through.
import { Parser } from 'htmlparser2';

const blocks = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];
const inline = ['strong', 'em', 'u', 's', 'code', 'sub', 'sup', 'mark', 'a'];
const empty = ['br', 'hr', 'img'];
const allowed = new Set([...blocks, ...inline, ...empty]);
const aliases: { readonly [tag: string]: string } = { b: 'strong', i: 'em', strike: 's', del: 's', ins: 'u', div: 'p' };

/** Elements whose content is no text for people. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'embed',
  'noscript',
  'noembed',
  'noframes',
  'xmp',
  'plaintext',
  'textarea',
  'select',
  'title',
  'head',
  'svg',
  'math',
  'applet',
  'audio',
  'video',
  'canvas',
]);

type Attributes = { readonly [name: string]: string };

/**
 * Twice: the first pass leaves out and renames tags, so that only the second one sees which of the others close each other.
 * What comes out stays as it is when it comes in again.
 */
export function sanitize(html: string): string {
  return rewrite(rewrite(html));
}

function rewrite(html: string): string {
  const output: string[] = [];
  const open: string[] = [];
  let droppedDepth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (dropped.has(name)) droppedDepth += 1;
        const tag = Object.hasOwn(aliases, name) ? aliases[name] : name;
        if (droppedDepth > 0 || tag === undefined || !allowed.has(tag)) return;
        output.push(`<${tag}${attributesOf(tag, attributes)}>`);
        if (!empty.includes(tag)) open.push(tag);
      },
      ontext(text) {
        if (droppedDepth === 0) output.push(escapeHtml(text));
      },
      onclosetag(name) {
        if (dropped.has(name)) droppedDepth = Math.max(0, droppedDepth - 1);
        const tag = Object.hasOwn(aliases, name) ? aliases[name] : name;
        if (droppedDepth > 0 || tag === undefined || !open.includes(tag)) return;
        while (open.length > 0) {
          const closed = open.pop();
          output.push(`</${closed}>`);
          if (closed === tag) break;
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return (
    output.join('') +
    open
      .reverse()
      .map((tag) => `</${tag}>`)
      .join('')
  );
}

/** Also of text: plain text becomes harmless HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function attributesOf(tag: string, attributes: Attributes): string {
  if (tag === 'a' && isLink(attributes['href'])) {
    return ` href="${escapeHtml(attributes['href'].trim())}" rel="noopener noreferrer" target="_blank"`;
  }
  if (tag === 'img' && isOwnFile(attributes['src'])) {
    const alt = attributes['alt'] ?? '';
    return ` src="${escapeHtml(attributes['src'])}" alt="${escapeHtml(alt)}"`;
  }
  if (tag === 'td' || tag === 'th') return spans(attributes);
  return '';
}

function spans(attributes: Attributes): string {
  return ['colspan', 'rowspan']
    .filter((name) => /^[1-9]\d?$/.test(attributes[name] ?? ''))
    .map((name) => ` ${name}="${attributes[name]}"`)
    .join('');
}

function isLink(href: string | undefined): href is string {
  return href !== undefined && /^\s*(?:https?:\/\/|mailto:|tel:|\/(?!\/))[^\p{Cc}\\]*$/iu.test(href);
}

/** Pictures from elsewhere would tell their server who reads the note. */
function isOwnFile(src: string | undefined): src is string {
  return src !== undefined && /^\/api\/files\/[\w-]+$/.test(src);
}
