// What an uploaded file is before any of its rows is read: encoding, delimiter, header, and which column goes where.
import { Refusal } from '../problems/problem.ts';
import type { Judgement } from '../records/judgement.ts';
import { importedEntity } from './columns.ts';
import { findEncoding } from './encoding.ts';
import { findDelimiter, firstRow, type FileFormat } from './file-rows.ts';
import { headerNames, looksLikeHeader } from './headers.ts';
import type { ImportInput } from './import-input.ts';
import type { ImportOptions } from './options.ts';
import { knownNames, proposeMapping } from './propose-mapping.ts';

/** What the options say counts; the rest is found out. @throws unreadable_file, and as `importedEntity`. */
export async function readFormat(
  judge: Judgement,
  path: string,
  { entity: name, options }: { readonly entity: string; readonly options: ImportOptions },
): Promise<Pick<ImportInput, 'format' | 'hasHeader' | 'headers' | 'mapping'>> {
  const entity = importedEntity(judge, name, options);
  const encoding = options.encoding ?? (await findEncoding(path));
  const format: FileFormat = { encoding, delimiter: options.delimiter ?? (await findDelimiter(path, encoding)) };
  const first = await firstRow(path, format);
  if (!first)
    throw new Refusal('unreadable_file', {
      reason: judge.asker.language.startsWith('zh') ? '文件为空' : 'it is empty',
    });
  if (first.kind === 'broken') throw new Refusal('unreadable_file', { reason: `${first.line}: ${first.code}` });
  const named = headerNames(first.cells, true);
  const mapped = Object.keys(options.mapping ?? {});
  const hasHeader =
    options.has_header ??
    ((mapped.length > 0 && mapped.every((header) => named.includes(header))) ||
      looksLikeHeader(first.cells, knownNames(judge, entity)));
  const headers = hasHeader ? named : headerNames(first.cells, false);
  return { format, hasHeader, headers, mapping: options.mapping ?? proposeMapping(judge, entity, headers) };
}
