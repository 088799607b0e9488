// The areas that the product's own texts are split into; each is one file a language, loaded when a screen first asks for it.
// Their English keys are the type of `t`: a misspelt key does not compile.
import type board from './en/board.json';
import type common from './en/common.json';
import type filter from './en/filter.json';
import type designer from './en/designer.json';
import type fields from './en/fields.json';
import type forms from './en/forms.json';
import type formula from './en/formula.json';
import type imports from './en/import.json';
import type record from './en/record.json';
import type list from './en/list.json';
import type settings from './en/settings.json';
import type setup from './en/setup.json';
import type shell from './en/shell.json';

export interface Namespaces {
  board: typeof board;
  common: typeof common;
  filter: typeof filter;
  designer: typeof designer;
  fields: typeof fields;
  forms: typeof forms;
  formula: typeof formula;
  import: typeof imports;
  record: typeof record;
  list: typeof list;
  settings: typeof settings;
  setup: typeof setup;
  shell: typeof shell;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Namespaces;
  }
}
