// Receives the file of a multipart request straight into a folder of its own; no more of it than a piece is ever in memory.
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import busboy from 'busboy';
import { Refusal } from '../problems/problem.ts';
import { makeFolder, type ImportFiles } from './import-files.ts';

export interface Upload {
  /** As the sender calls it. */
  readonly name: string;
  /** The part `options`, if there is one. */
  readonly options: string | null;
}

const mostMegabytes = 200;
const mostOptionsBytes = 1_000_000;

/** @throws too_big, or malformed_request for anything that is no multipart form with one part `file`. */
export async function receiveUpload(
  request: IncomingMessage,
  files: ImportFiles,
  megabytes = mostMegabytes,
): Promise<Upload> {
  const form = formOf(request, megabytes);
  await makeFolder(files);
  const target = createWriteStream(files.upload, { mode: 0o600 });
  const written = finished(target);
  let name: string | null = null;
  let options: string | null = null;
  const failure = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(new Refusal('too_big', { limit: `${megabytes} MB` }));
    written.catch(reject);
    form.on('field', (field, value, info) => {
      if (info.valueTruncated) refuse();
      if (field === 'options') options = value;
    });
    form.on('file', (field, stream, info) => {
      // Of a form that ends too early, the part says so as well as the form.
      stream.on('error', () => reject(malformed()));
      if (field !== 'file' || name !== null) return void stream.resume();
      name = info.filename || 'file';
      stream.on('limit', refuse);
      stream.pipe(target);
    });
  });
  // It may come when nobody waits for it any more.
  failure.catch(() => undefined);
  try {
    await Promise.race([whole(request, form), failure]);
    if (name === null) throw malformed();
    await written;
    return { name, options };
  } catch (error) {
    request.unpipe(form);
    request.resume();
    target.destroy();
    await written.catch(() => undefined);
    throw error;
  }
}

/** Whoever goes away in the middle ends the request, but not the form. */
async function whole(request: IncomingMessage, form: busboy.Busboy): Promise<void> {
  try {
    await Promise.all([finished(request.pipe(form)), finished(request)]);
  } catch {
    throw malformed();
  }
}

function formOf(request: IncomingMessage, megabytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 2, fields: 10, fileSize: megabytes * 1024 * 1024, fieldSize: mostOptionsBytes },
    });
  } catch {
    throw malformed();
  }
}

function malformed(): Refusal {
  return new Refusal('malformed_request', { reason: 'multipart/form-data with a part “file”' });
}
