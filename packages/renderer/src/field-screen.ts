// What cells and widgets ask of the screen around them, answered from the model, the client and the app's addresses.
import type { Client } from '@trellis/client/client';
import type { FieldScreen, Reference } from '@trellis/field-types/ui/screen';
import { recordSourceOf } from './lookup/record-source.ts';
import type { Model } from './model.ts';
import type { Navigation } from './navigation.ts';

export interface FieldScreenOptions {
  readonly model: Model;
  readonly client: Client;
  readonly navigation: Navigation;
  create(entity: string, title: string): Promise<Reference | null>;
}

export function fieldScreenOf({ model, client, navigation, create }: FieldScreenOptions): FieldScreen {
  return {
    language: model.language,
    timeZone: model.timeZone,
    currency: model.metadata.currency,
    country: model.metadata.country,
    label: model.label,
    optionsOf: model.optionsOf,
    parentSetOf: (optionSet) => model.metadata.option_sets[optionSet]?.parent,
    entityLabel: (entity) => ({ one: model.one(entity), many: model.many(entity) }),
    fieldsOf: (entity) => model.entity(entity)?.fields ?? {},
    hrefOf: (address) => navigation.hrefOf({ to: 'record', ...address }),
    open(address, event) {
      const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
      event.stopPropagation();
      if (opensElsewhere) return;
      event.preventDefault();
      navigation.go({ to: 'record', ...address });
    },
    records: recordSourceOf({ model, client, create }),
  };
}
