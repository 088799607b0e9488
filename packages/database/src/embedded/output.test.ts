import { expect, test } from 'vitest';
import { faultInOutput } from './output.ts';
import type { Place } from './place.ts';

const place: Place = { folder: '/f', data: '/f/data', password: '/f/p', log: '/f/log', lock: '/f/lock', cluster: 'c' };

test.each([
  ['FATAL:  could not create any TCP/IP sockets', { code: 'port_in_use', port: 5432 }],
  ['initdb: error: could not write file: No space left on device', { code: 'disk_full', path: '/f' }],
  ['initdb: error: could not create directory: Permission denied', { code: 'disk_rights', path: '/f' }],
  ['one\ntwo\n', { code: 'server_failed', log: '/f/log', lines: 'one | two' }],
])('the words "%s" are read as the fault %o', (output, fault) => {
  expect(faultInOutput(output, place, 5432)).toEqual(fault);
});
