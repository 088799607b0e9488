// Exports over HTTP: a file that is sent as it is read, as fast as the client takes it. What goes wrong once it has begun breaks the
// connection off: a file that was cut short never looks whole.
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { labelOf } from '@trellis/metadata/labels';
import type { Engine } from '../engine.ts';
import { cellValues, headerNames, type ExportRequest } from '../exports/export-request.ts';
import { openExport } from '../exports/open-export.ts';
import { makeSeats } from '../exports/seats.ts';
import { Refusal } from '../problems/problem.ts';
import { judgement } from '../records/judgement.ts';
import { identityOf, onModel } from './context.ts';
import { listFromTexts } from './list-request.ts';
import { queryOf } from './query-string.ts';

const patienceMs = 60_000;

export type SendExport = (entity: string, request: Request, response: Response) => Promise<void>;

export function exportSender(engine: Engine): SendExport {
  const seats = makeSeats(Math.max(1, Math.floor((engine.database.pool.options.max ?? 0) / 4)));
  return async (entity, request, response) => {
    const { session, asker } = identityOf(request);
    const wanted = exportFromQuery(entity, request);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const leave = await seats.take(gone.signal);
    try {
      const { file, name } = await onModel(engine, session.workspace, async (model) => ({
        file: await openExport(engine.database, judgement(model, asker), wanted, gone.signal),
        name: fileName(labelOf(model.metadata.entities.get(entity)?.labels, asker.language), asker.today),
      }));
      response.setHeader('content-type', 'text/csv; charset=utf-8; header=present');
      response.setHeader('content-disposition', attachment(name, fileName(entity, asker.today)));
      await pipeline(watched(engine, file, gone), response, { signal: gone.signal });
    } catch (error) {
      // Once a part of the file is out, its end that is missing says it all.
      if (!response.headersSent && !gone.signal.aborted) throw error;
    } finally {
      leave();
    }
  };
}

/** Faults are logged here, where it is still known that the client has not gone before; one that takes nothing is as good as gone. */
async function* watched(engine: Engine, file: AsyncIterable<string>, gone: AbortController): AsyncGenerator<string> {
  let waiting: NodeJS.Timeout | undefined;
  try {
    for await (const text of file) {
      waiting = setTimeout(() => gone.abort(), patienceMs);
      yield text;
      clearTimeout(waiting);
    }
  } catch (error) {
    if (!gone.signal.aborted) engine.log.error({ error }, 'an export was broken off');
    throw error;
  } finally {
    clearTimeout(waiting);
  }
}

const exportMembers = [
  'format',
  'select',
  'filter',
  'sort',
  'search',
  'trash',
  'limit',
  'values',
  'header',
  'bom',
] as const;

function exportFromQuery(name: string, request: Request): ExportRequest {
  const { format = 'csv', limit, values, header, bom, ...list } = queryOf(request, exportMembers);
  if (format !== 'csv') throw malformed('format: csv');
  const { entity, select, filter, sort, search, trash } = listFromTexts(name, list);
  return {
    ...{ entity, select, filter, sort, search, trash },
    limit: limit === undefined ? null : wholeNumber(limit),
    values: oneOf('values', values, cellValues),
    header: oneOf('header', header, headerNames),
    bom: oneOf('bom', bom, ['true', 'false']) === 'true',
  };
}

/** The first of the choices where nothing is said. */
function oneOf<Choice extends string>(name: string, said: string | undefined, choices: readonly Choice[]): Choice {
  const choice = said === undefined ? choices[0] : choices.find((each) => each === said);
  if (choice === undefined) throw malformed(`${name}: ${choices.join(' | ')}`);
  return choice;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw malformed('limit: 1–999999999');
  return Number(text);
}

function malformed(reason: string): Refusal {
  return new Refusal('malformed_request', { reason });
}

/** What no file system takes is left out. */
function fileName(label: string, date: string): string {
  return `${label.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()} ${date}.csv`;
}

/** RFC 6266: the name in any script, and one in ASCII for who does not know of that. */
function attachment(name: string, ascii: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
