// A logger that keeps what an engine in a test has to say against itself, so that an answer of 500 can be explained.
import { Writable } from 'node:stream';
import pino, { type Logger } from 'pino';

export interface Incident {
  readonly msg: string;
  readonly [member: string]: unknown;
}

export function memoryLog(): { readonly log: Logger; readonly incidents: Incident[] } {
  const incidents: Incident[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      incidents.push(JSON.parse(chunk.toString()) as Incident);
      done();
    },
  });
  return { log: pino({ level: 'error', serializers: { error: pino.stdSerializers.err } }, stream), incidents };
}
