// PostgreSQL's own words when it ends before it is ready, read as one of our faults. Its messages are English, because
// the cluster is made with the locale C.
import type { DatabaseFault } from '../errors.ts';
import type { Place } from './place.ts';

export function faultInOutput(output: string, place: Place, port?: number): DatabaseFault {
  if (port !== undefined && /could not bind|Address already in use|could not create any TCP/i.test(output)) {
    return { code: 'port_in_use', port };
  }
  if (/No space left on device|Disk quota exceeded/i.test(output)) return { code: 'disk_full', path: place.folder };
  if (/Permission denied|Read-only file system|Operation not permitted/i.test(output)) {
    return { code: 'disk_rights', path: place.folder };
  }
  const lines = output.trim().split('\n').slice(-5).join(' | ');
  return { code: 'server_failed', log: place.log, lines: lines || 'it said nothing.' };
}
