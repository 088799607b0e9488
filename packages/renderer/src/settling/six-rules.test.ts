// The six rules that the engine's spec holds against every way to it, asked of the form: it refuses the same rows by the same words.
import { describe, expect, test } from 'vitest';
import { completeMetadata } from '@trellis/metadata/builders';
import type { PublishedEntity } from '@trellis/client/metadata';
import type { CompiledForm } from '@trellis/client/wire';
import { sixRules, sixRulesEntity, sixRulesItems, type Language } from '@trellis/testing/six-rules';
import { before, now, rows, writers, type Row } from '@trellis/testing/six-rules-rows';
import type { LocatedMessage } from '../form/field-errors.ts';
import { readDefinition } from '../form/form-definition.ts';
import { createFormStore } from '../form/form-store.ts';
import { validateValues } from '../form/validate.ts';
import { askerWith, smallModel } from '../small-model.ts';
import type { RecordData } from '../model.ts';
import { formLogic } from './form-logic.ts';

const deal = completeMetadata(...sixRulesItems()).entities.get(sixRulesEntity) as unknown as PublishedEntity;

describe.each<Language>(['en', 'zh-CN'])('in %s', (language) => {
  test.each(rows)('a form of a new record refuses what the server does: $name', (row) => {
    expect(refused(row, language, null)).toEqual(said(row, language));
  });

  test.each(rows)('a form of a stored record refuses what the server does: $name', (row) => {
    expect(refused(row, language, { name: 'stored', stage: 'open', ...before })).toEqual(said(row, language));
  });
});

function refused({ by, values }: Row, language: Language, old: RecordData | null): readonly LocatedMessage[] {
  const { timeZone } = writers[by];
  const me = askerWith({ language, roles: [by], user: { name: by, time_zone: timeZone } });
  const model = smallModel({ entities: { [sixRulesEntity]: deal } }, me);
  const { required } = deal.fields['lost_reason'] ?? {};
  const names = Object.keys(deal.fields);
  const form: CompiledForm = {
    name: 'all',
    entity: sixRulesEntity,
    schema: { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { title: name }])) },
    uiSchema: { 'ui:sections': [{ fields: names }] },
    conditions: { lost_reason: { required } },
    validator: '',
  };
  const definition = readDefinition(form, model);
  const logic = formLogic(definition, model, { me, timeZone, now: new Date(now) });
  const store = createFormStore({ old, logic, notOffered: '' });
  for (const [name, value] of Object.entries({ name: 'n', ...values })) store.set(name, value);
  const missing = validateValues(store.values(), {
    model,
    entity: sixRulesEntity,
    validator: () => true,
    texts: { required: sixRules.lost_why.message[language], invalid: 'invalid' },
    required: names.filter((name) => store.field(name).required),
    isShown: (name) => store.field(name).visible,
  });
  return inOrder([...missing, ...store.broken(new Set(missing.map(({ path }) => path.slice(1))))]);
}

function said({ refusedBy }: Row, language: Language): readonly LocatedMessage[] {
  const rules = refusedBy.map((name) => sixRules[name]);
  return inOrder(rules.map(({ at, message }) => ({ path: `/${at}`, message: message[language] })));
}

function inOrder(messages: readonly LocatedMessage[]): readonly LocatedMessage[] {
  return messages.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
