// Where the renderer's targets are in this product.
import type { Target } from '@trellis/renderer/navigation';
import { stringifySearch } from './search-params.ts';

export function hrefOf(target: Target): string {
  switch (target.to) {
    case 'home':
      return '/';
    case 'list':
      return `/${target.entity}${stringifySearch({ view: target.view })}`;
    case 'record':
      return `/${target.entity}/${target.id}${stringifySearch({ tab: target.tab })}`;
    case 'create':
      return `/${target.entity}/new${stringifySearch({ values: target.values && JSON.stringify(target.values) })}`;
    case 'import':
      return `/${target.entity}/import`;
    case 'trash':
      return `/trash/${target.entity}`;
  }
}
