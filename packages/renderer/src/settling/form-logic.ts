// All that a form reckons with beside the record itself, compiled once when it opens: what is filled in, which options are offered,
// which rules are broken.
import type { FormDefinition } from '../form/form-definition.ts';
import { compileRules, type FormRules } from '../form/form-rules.ts';
import type { Surroundings } from '../conditions/compile.ts';
import type { Model } from '../model.ts';
import { pathsOf, type FormExpression } from './form-expression.ts';
import { readOffers, type Offers, type Truth } from './offers.ts';
import { readRecordRules, type RecordRules } from './record-rules.ts';
import { createSettler, type Settler } from './settler.ts';
import { tableRowsOf, type TableRows } from './table-rows.ts';

export interface FormLogic {
  readonly settler: Settler;
  readonly offers: Offers;
  readonly broken: RecordRules['broken'];
  /** All that rules can say. */
  readonly ruleTexts: ReadonlySet<string>;
  /** What the fields of the form are: visible, required, read-only. */
  readonly rules: FormRules;
  /** What stands in the rows of child tables. */
  readonly rows: ReadonlyMap<string, TableRows>;
  readonly paths: FormExpression['paths'];
}

export function formLogic(definition: FormDefinition, model: Model, surroundings: Surroundings): FormLogic {
  const entity = model.entity(definition.entity) ?? { name: definition.entity, title: 'id', fields: {} };
  const settler = createSettler(model, entity, surroundings);
  const truth: Truth = (at, condition) => {
    if (condition === null || !settler.isKnown(at, pathsOf(condition))) return null;
    return typeof condition === 'boolean' ? condition : condition.holds(at.context);
  };
  const offers = readOffers(model, entity, truth);
  const { broken, texts, paths } = readRecordRules(model, entity, truth);
  return {
    settler,
    offers,
    broken,
    ruleTexts: texts,
    rules: compileRules(definition, model),
    rows: tableRowsOf(model, entity, surroundings),
    paths: [...settler.paths, ...offers.paths, ...paths],
  };
}
