// Looks into every item: one function per kind, found by the item's kind. Sound shapes in; references and problems out.
import { kindNames, type Body, type Kind } from '../kinds.ts';
import { itemsOf } from '../metadata.ts';
import type { Problem } from '../problems/problem.ts';
import type { Steps } from '../steps.ts';
import { inspectApp } from './app.ts';
import { inspectCalendar } from './calendar.ts';
import { inspectEntity } from './entity.ts';
import { inspectExchangeRate } from './exchange-rate.ts';
import { inspectForm } from './form.ts';
import type { Inspection, Reference, Surroundings } from './inspection.ts';
import { inspectOptionSet } from './option-set.ts';
import { inspectPage } from './page.ts';
import { inspectRole } from './role.ts';
import { inspectSampleData } from './sample-data.ts';
import { inspectTemplate } from './template.ts';
import { inspectView } from './view.ts';

const inspectors: { readonly [K in Kind]: (inspection: Inspection, body: Body<K>) => void } = {
  template: inspectTemplate,
  option_set: inspectOptionSet,
  calendar: inspectCalendar,
  exchange_rate: inspectExchangeRate,
  entity: inspectEntity,
  form: inspectForm,
  view: inspectView,
  page: inspectPage,
  app: inspectApp,
  role: inspectRole,
  sample_data: inspectSampleData,
};

export interface Findings {
  readonly problems: Problem[];
  readonly references: Reference[];
}

export function* inspect(surroundings: Surroundings): Steps<Findings> {
  const findings: Findings = { problems: [], references: [] };
  const postponed: (() => void)[] = [];
  for (const kind of kindNames) {
    for (const name of itemsOf(surroundings.metadata, kind).keys()) {
      inspectItem({ ...surroundings, ...findings, postponed, kind, name }, kind);
      yield;
    }
  }
  for (const ask of findings.problems.length === 0 ? postponed : []) {
    ask();
    yield;
  }
  return findings;
}

/** What is found is added to the problems and references of the inspection. */
export function inspectItem<K extends Kind>(inspection: Inspection, kind: K): void {
  const items: ReadonlyMap<string, Body<K>> = itemsOf(inspection.metadata, kind);
  const body = items.get(inspection.name);
  if (body) inspectors[kind](inspection, body);
}
