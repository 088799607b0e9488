// The view that an address means, and the filter that stands in it while it is being built.
import { useState } from 'react';
import type { View } from '@trellis/metadata/kinds';
import { noFilter, type Group } from '@trellis/renderer/filter';
import { fromLogic } from '@trellis/renderer/filter-from-logic';
import { toLogic } from '@trellis/renderer/filter-logic';
import { useModel, type Model } from '@trellis/renderer/model';
import { useFieldFacts } from '@trellis/renderer/use-field-facts';

/** The named view, else the entity's first; an entity without views has a table of its own. */
export function shownView(model: Model, entity: string, name: string | undefined): View | undefined {
  if (!model.entity(entity)) return undefined;
  const views = model.views(entity);
  return views.find((view) => view.name === name) ?? views[0] ?? { name: `${entity}_all`, entity, type: 'table' };
}

export interface ListFilter {
  readonly group: Group;
  readonly open: boolean;
  readonly startWith: string | undefined;
  setOpen(open: boolean): void;
  openWith(path: string): void;
  change(group: Group): void;
  clear(): void;
}

/** The builder's own state lives here, since conditions that are still without a value do not stand in the address. */
export function useListFilter(entity: string, logic: unknown, onChange: (logic: unknown) => void): ListFilter {
  const model = useModel();
  const [opened, setOpened] = useState<{ startWith?: string } | null>(null);
  // Every field type in one chunk: it comes with the builder, not with the list.
  const facts = useFieldFacts(opened !== null);
  const [draft, setDraft] = useState<{ logic: string; group: Group }>();
  const written = JSON.stringify(logic);
  const group = draft && draft.logic === written ? draft.group : fromLogic(logic);
  const isInstant = (path: string): boolean => {
    const field = model.field(entity, path)?.field;
    return field !== undefined && facts?.valueTypeOf(field) === 'datetime';
  };
  return {
    group,
    open: opened !== null && facts !== undefined,
    startWith: opened?.startWith,
    setOpen: (open) => setOpened(open ? {} : null),
    openWith: (startWith) => setOpened({ startWith }),
    change(next) {
      const nextLogic = toLogic(next, { isInstant });
      setDraft({ logic: JSON.stringify(nextLogic), group: next });
      if (JSON.stringify(nextLogic) !== written) onChange(nextLogic);
    },
    clear() {
      setDraft({ logic: JSON.stringify(undefined), group: noFilter });
    },
  };
}
