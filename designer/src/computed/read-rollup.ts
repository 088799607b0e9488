// What has been chosen of a roll-up so far.
import { measureOf, type RollupFunction } from '@trellis/metadata/gathered';

export function readRollup(options: Readonly<Record<string, unknown>>) {
  const text = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const way = text('function');
  return {
    from: text('from'),
    via: text('via'),
    way: way !== undefined && isFunction(way) ? way : undefined,
    field: text('field'),
    order: text('order_by'),
    below: text('below'),
    counts: text('counts'),
  };
}

export function isFunction(name: string): name is RollupFunction {
  return Object.hasOwn(measureOf, name);
}
