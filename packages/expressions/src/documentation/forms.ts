// The ways in which a function may be called: for each of its signatures a row that says what every parameter may be and what comes out.
import type { Each } from '../each.ts';
import type { ParameterHelp } from '../help.ts';
import { describe, type Language } from '../messages.ts';
import { equatable } from '../operators/comparison.ts';
import { findOperator } from '../operators/registry.ts';
import type { Operands, Operator, Signature } from '../typed.ts';
import { operandWords, typesOf } from './operand-words.ts';

export interface Form {
  readonly parameters: readonly ParameterHelp[];
  /** A cell for each parameter, and one for the result. */
  readonly rows: readonly (readonly string[])[];
  /** What T and K may be. */
  readonly letters: readonly (readonly [string, string])[];
}

export function formsOf(operator: Operator, language: Language): readonly Form[] {
  const { signatures, each, help } = operator;
  const plain = signatures.length === 0 ? [] : [signatureForm(help.parameters, signatures, language)];
  if (each === undefined) return plain;
  const parameters = signatures.length === 0 ? help.parameters : (findOperator('sum')?.help.parameters ?? []);
  return [...plain, each === 'fold' ? foldForm(parameters, language) : eachForm(parameters, each, language)];
}

function signatureForm(
  parameters: readonly ParameterHelp[],
  signatures: readonly Signature[],
  language: Language,
): Form {
  const over = signatures.find((signature) => signature.over !== undefined)?.over;
  const rows = signatures.map(({ takes, gives }) => [
    ...cellsOf(parameters, takes, language),
    operandWords(gives, language),
  ]);
  const hasKey = rows.some((row) => row.includes('K'));
  const letters = [
    ...(over === undefined ? [] : [['T', typesOf(over, language)] as const]),
    ...(hasKey ? [['K', typesOf(equatable, language)] as const] : []),
  ];
  return { parameters, rows, letters };
}

/** What comes in turns, such as a name and its value, stands in one cell. */
function cellsOf(parameters: readonly ParameterHelp[], takes: Operands, language: Language): readonly string[] {
  const { least, most, step = 1 } = takes;
  const last = parameters.length - 1;
  const count = Math.min(parameters.length, most);
  const inTurns = parameters[last]?.repeats === true && parameters.length <= least ? 1 : step;
  return parameters.map((_, index) => {
    if (index >= count) return '–';
    const turns = index === last && index >= least ? inTurns : 1;
    const cells = Array.from({ length: turns }, (_, turn) =>
      operandWords(takes.at(index + turn, Math.max(count, index + turns)), language),
    );
    return cells.join(' + ');
  });
}

function eachForm(parameters: readonly ParameterHelp[], each: Each, language: Language): Form {
  const source = describe(each.through === 'members' ? 'list' : 'rows_or_list', language) ?? '';
  const value = each.value === undefined ? [] : [operandWords(each.value, language)];
  const condition = each.condition === undefined ? [] : [operandWords('truth', language)];
  const isOfMembers = each.through === 'members' && each.value === undefined;
  const letters = each.gives === 'number' || each.gives === 'boolean' || isOfMembers ? [] : lettersOf(each, language);
  const gives = isOfMembers ? source : operandWords(each.gives, language);
  return { parameters, rows: [[source, ...value, ...condition, gives]], letters };
}

function lettersOf({ over = [] }: Each, language: Language): Form['letters'] {
  return [['T', typesOf(over, language)]];
}

function foldForm(parameters: readonly ParameterHelp[], language: Language): Form {
  const scalar = describe('scalar', language) ?? '';
  return { parameters, rows: [[describe('list', language) ?? '', 'K', 'K', 'K']], letters: [['K', scalar]] };
}
