// An app: the entities and views it leads to, and where it opens.
import { pointer } from '../json.ts';
import type { App } from '../kinds.ts';
import type { Inspection } from './inspection.ts';
import { referToItem, referToItemOf, referToItems, reportRepeated } from './refer.ts';

export function inspectApp(inspection: Inspection, app: App): void {
  referToItems(inspection, '/roles', 'role', app.roles);
  reportRepeated(
    inspection,
    '/groups',
    app.groups.map(({ name }) => name),
  );
  for (const [index, group] of app.groups.entries()) {
    for (const [place, { entity, view }] of group.items.entries()) {
      const path = pointer('/groups', index, 'items', place);
      referToItem(inspection, `${path}/entity`, 'entity', entity);
      if (view !== undefined) referToItemOf(inspection, `${path}/view`, 'view', { name: view, entity });
    }
  }
  if (app.home !== undefined) referToItem(inspection, '/home', 'entity', app.home);
}
