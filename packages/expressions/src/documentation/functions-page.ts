// docs/functions.md and its Chinese counterpart: every function with what it does, what it takes and gives, and its examples, made from
// the registry. Gives Markdown, which whoever writes it lays out.
import { allFunctions, type FormulaFunction } from '../formula/functions.ts';
import { printFormula } from '../formula/print.ts';
import { shownParameter } from '../formula/signature.ts';
import type { Example, OperatorGroup } from '../help.ts';
import type { Language } from '../messages.ts';
import { findOperator, operatorNames } from '../operators/registry.ts';
import { parseExpression } from '../parse.ts';
import { formsOf, type Form } from './forms.ts';
import { groups, openings, titles, words } from './words.ts';

const order: readonly OperatorGroup[] = ['logic', 'number', 'text', 'date', 'list', 'rows', 'money'];

export const pages: { readonly [language in Language]: string } = {
  en: 'docs/functions.md',
  'zh-CN': 'docs/functions.zh-CN.md',
};

export function functionsPage(language: Language): string {
  return [
    titles[language],
    openings[language],
    contentsOf(language),
    ...order.map((group) => groupOf(group, language)),
  ].join('\n\n');
}

/** How a formula of an example is written in a language. */
export function formulaOf({ json }: Example, language: Language): string {
  const parsed = parseExpression(json);
  if (!parsed.ok) throw new Error(`An example is no expression: ${JSON.stringify(json)}`);
  return printFormula(parsed.value, { language, width: Infinity });
}

function contentsOf(language: Language): string {
  const lines = order.map((group) => {
    const links = functionsIn(group).map(
      (each) => `[${each.names[language]}](#${anchorOf(headingOf(each, language))})`,
    );
    return `- **${groups[group][language]}**${words[language].colon}${links.join(' · ')}`;
  });
  return [`## ${words[language].contents}`, lines.join('\n')].join('\n\n');
}

function groupOf(group: OperatorGroup, language: Language): string {
  const functions = functionsIn(group).map((each) => functionOf(each, language));
  return [`## ${groups[group][language]}`, ...functions].join('\n\n');
}

function functionsIn(group: OperatorGroup): readonly FormulaFunction[] {
  return allFunctions().filter((each) => each.group === group);
}

function functionOf(each: FormulaFunction, language: Language): string {
  const operator = each.means !== 'old' && 'op' in each.means ? findOperator(each.means.op) : undefined;
  const forms = operator === undefined ? [] : formsOf(operator, language);
  return [
    `### ${headingOf(each, language)}`,
    each.summary[language],
    writtenOf(each, language),
    ...forms.map((form) => formTable(form, language)),
    examplesOf(each, language),
  ].join('\n\n');
}

/** Both names, that of the page's language first. */
function headingOf({ names }: FormulaFunction, language: Language): string {
  return language === 'en' ? `${names.en} ${names['zh-CN']}` : `${names['zh-CN']} ${names.en}`;
}

function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}

function writtenOf(each: FormulaFunction, language: Language): string {
  const { inFormulas, inJson, or, colon } = words[language];
  const parameters = each.parameters.map((parameter) => shownParameter(parameter, language));
  const call = `${each.names[language]}(${parameters.join(', ')})`;
  const { means } = each;
  if (means === 'old') return `${inFormulas}${colon}${code(call)} · ${inJson}${colon}${code('{"var":"$old.…"}')}`;
  if ('path' in means) {
    return `${inFormulas}${colon}${code(call)} · ${inJson}${colon}${code(JSON.stringify({ var: means.path.join('.') }))}`;
  }
  const help = findOperator(means.op)?.help;
  const spellings = operatorNames().filter((op) => findOperator(op)?.help === help);
  const signs = help?.sign === undefined ? [] : [help.sign];
  const choice = (texts: readonly string[]) => texts.map(code).join(` ${or} `);
  return `${inFormulas}${colon}${choice([...signs, call])} · ${inJson}${colon}${choice(spellings)}`;
}

function formTable({ parameters, rows, letters }: Form, language: Language): string {
  const shown = parameters.map((parameter) => shownParameter(parameter, language));
  const table = tableOf([...shown.map(code), words[language].gives], rows);
  const legend = letters.map(([letter, types]) => `${letter}${words[language].colon}${types}`);
  return legend.length === 0 ? table : `${table}\n\n${legend.join(' · ')}`;
}

/** Examples of one record stand together under it. */
function examplesOf({ examples }: FormulaFunction, language: Language): string {
  const records = [...new Set(examples.map((example) => recordOf(example, language)))];
  const { formula, result, json } = words[language];
  return records
    .flatMap((record) => {
      const rows = examples
        .filter((example) => recordOf(example, language) === record)
        .map((example) => [formulaOf(example, language), JSON.stringify(example.result), JSON.stringify(example.json)]);
      const table = tableOf(
        [formula, result, json],
        rows.map((row) => row.map(code)),
      );
      return record === '' ? [table] : [record, table];
    })
    .join('\n\n');
}

function recordOf({ record, old }: Example, language: Language): string {
  if (record === undefined) return '';
  const { record: of, before, colon } = words[language];
  const then = old === undefined ? '' : `, ${before} ${code(JSON.stringify(old))}`;
  return `${of} ${code(JSON.stringify(record))}${then}${colon.trim()}`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
