// Taking the list of an entity out as a file: there only for whoever has the right to.
import { cellValues, headerNames } from '../exports/export-request.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { Judgement } from '../records/judgement.ts';
import { inQuery, operation, parameterRef, type PathItem } from './operation.ts';
import { may } from './record-schemas.ts';

export function exportPath(judge: Judgement, entity: CompiledEntity, tag: string): PathItem {
  const { name } = entity;
  if (!may(judge, entity, 'read') || !judge.access.may(name, 'export')) return {};
  return {
    get: operation('get', {
      id: `${name}.export`,
      summary: 'All that a list request finds, as a file',
      description:
        'Child tables stand as the number of their rows. Texts that a spreadsheet would compute have an apostrophe in front. A file without its end is not ended: the connection breaks off.',
      tag,
      parameters: [
        ...['select', 'filter', 'sort', 'search', 'trash'].map(parameterRef),
        inQuery('format', { enum: ['csv'], default: 'csv' }, 'RFC 4180, UTF-8'),
        inQuery('limit', { type: 'integer', minimum: 1 }, 'The most rows; absent: all'),
        inQuery(
          'values',
          choice(cellValues),
          '`text`: in the language and time zone of the asker; `raw`: as on the wire',
        ),
        inQuery('header', choice(headerNames), 'What the columns are called'),
        inQuery('bom', { type: 'boolean', default: true }, 'Begin with the mark by which Excel knows UTF-8'),
      ],
      answer: { type: 'string' },
      answerType: 'text/csv',
    }),
  };
}

function choice(values: readonly string[]): { readonly enum: readonly string[]; readonly default: unknown } {
  return { enum: values, default: values[0] };
}
