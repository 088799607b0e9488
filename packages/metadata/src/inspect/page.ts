// A page: the record's highlights and progress, and blocks, of which some show records of other entities.
import { pointer } from '../json.ts';
import type { Block, Page } from '../kinds.ts';
import { inspectChoice, inspectSort } from './columns.ts';
import { inspectCondition } from './condition.ts';
import { named } from './named.ts';
import { report, type Inspection } from './inspection.ts';
import { referToItem, referToItemOf, referToMember, referToMembers, reportRepeated } from './refer.ts';

export function inspectPage(inspection: Inspection, page: Page): void {
  referToItem(inspection, '/entity', 'entity', page.entity);
  referToMembers(inspection, '/highlights', page.entity, page.highlights);
  if (page.progress !== undefined) inspectChoice(inspection, '/progress', page.entity, page.progress);
  reportRepeated(
    inspection,
    '/tabs',
    page.tabs.map(({ name }) => name),
  );
  for (const [index, tab] of page.tabs.entries()) {
    const path = pointer('/tabs', index);
    inspectCondition(inspection, `${path}/visible`, tab.visible, page.entity);
    inspectBlocks(inspection, `${path}/blocks`, page.entity, tab.blocks);
  }
  inspectBlocks(inspection, '/side', page.entity, page.side ?? []);
}

function inspectBlocks(inspection: Inspection, path: string, entity: string, blocks: readonly Block[]): void {
  for (const [index, block] of blocks.entries()) {
    const at = pointer(path, index);
    inspectCondition(inspection, `${at}/visible`, block.visible, entity);
    inspectBlock(inspection, at, entity, block);
  }
}

function inspectBlock(inspection: Inspection, path: string, entity: string, block: Block): void {
  switch (block.type) {
    case 'form':
      if (block.form !== undefined) referToItemOf(inspection, `${path}/form`, 'form', { name: block.form, entity });
      return;
    case 'related':
      inspectVia(inspection, path, entity, block);
      referToMembers(inspection, `${path}/columns`, block.entity, block.columns);
      inspectSort(inspection, `${path}/sort`, block.entity, block.sort);
      inspectCondition(inspection, `${path}/filter`, block.filter, block.entity);
      return;
    case 'timeline':
      inspectVia(inspection, path, entity, block);
      inspectMoment(inspection, `${path}/at`, block.entity, block.at);
      if (block.body !== undefined) referToMember(inspection, `${path}/body`, block.entity, block.body);
      if (block.kind !== undefined) referToMember(inspection, `${path}/kind`, block.entity, block.kind);
      return;
    case 'history':
      return;
  }
}

/** The look-up by which records of another entity belong to the one on the page. */
function inspectVia(
  inspection: Inspection,
  path: string,
  entity: string,
  { entity: owner, via }: { readonly entity: string; readonly via: string },
): void {
  if (!referToItem(inspection, `${path}/entity`, 'entity', owner)) return;
  const relation = referToMember(inspection, `${path}/via`, owner, via);
  if (!relation) return;
  const leads = relation.relation?.kind === 'any' ? relation.relation.entities : [relation.relation?.entity];
  const down = relation.relation?.kind === 'children';
  if (down || !leads.includes(entity)) {
    report(inspection, `${path}/via`, 'not_a_lookup_to', { field: via, owner, entity });
  }
}

function inspectMoment(inspection: Inspection, path: string, entity: string, name: string): void {
  const member = referToMember(inspection, path, entity, name);
  if (member && member.valueType !== 'date' && member.valueType !== 'datetime') {
    report(inspection, path, 'not_a_moment', named(member));
  }
}
