// A template: the templates below it, which may not lead back to it, and the app that opens first.
import { pointer } from '../json.ts';
import type { Template } from '../kinds.ts';
import type { Metadata } from '../metadata.ts';
import { report, type Inspection } from './inspection.ts';
import { referToItem, referToItems } from './refer.ts';

export function inspectTemplate(inspection: Inspection, template: Template): void {
  referToItems(inspection, '/extends', 'template', template.extends);
  if (template.home !== undefined) referToItem(inspection, '/home', 'app', template.home);
  for (const [index, name] of (template.extends ?? []).entries()) {
    const way = wayTo(inspection.metadata, name, template.name);
    if (way) {
      report(inspection, pointer('/extends', index), 'extends_cycle', { names: [template.name, ...way].join(' → ') });
    }
  }
}

/** The names from `from` up to `to`, if `from` extends it, however far up. */
function wayTo(
  metadata: Metadata,
  from: string,
  to: string,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] | undefined {
  if (from === to) return [to];
  if (seen.has(from)) return undefined;
  for (const above of metadata.templates.get(from)?.extends ?? []) {
    const way = wayTo(metadata, above, to, new Set([...seen, from]));
    if (way) return [from, ...way];
  }
  return undefined;
}
