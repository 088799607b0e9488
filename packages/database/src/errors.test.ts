import { expect, test } from 'vitest';
import { DatabaseError, describeFault, diskFault } from './errors.ts';

test('a fault reads as one sentence that names the way out', () => {
  expect(describeFault({ code: 'disk_full', path: '/data' })).toBe(
    'The disk that holds /data is full: free some space and start again.',
  );
  expect(new DatabaseError({ code: 'port_in_use', port: 5432 }).message).toMatch(/^Port 5432, .*: free it/);
});

test('errors of the file system become faults, others do not', () => {
  const failure = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });
  expect(diskFault(failure('EROFS', 'open'), '/data')).toEqual({ code: 'disk_rights', path: '/data' });
  expect(diskFault(failure('ENOENT', 'mkdir'), '/data')).toEqual({ code: 'disk_rights', path: '/data' });
  expect(diskFault(failure('ENOENT', 'open'), '/data')).toBeNull();
  expect(diskFault(new Error('a bug'), '/data')).toBeNull();
});
