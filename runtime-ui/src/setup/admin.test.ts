import { expect, test } from 'vitest';
import { checkAdmin } from './admin.ts';

test('a first account with name, e-mail and a long enough password has no problem', () => {
  expect(checkAdmin({ name: 'Ada', email: 'ada@example.com', password: 'ten-letters' })).toEqual({});
});

test('each thing that is missing is told at its field', () => {
  expect(checkAdmin({ name: ' ', email: 'ada@', password: 'short' })).toEqual({
    name: 'name_missing',
    email: 'email_invalid',
    password: 'password_short',
  });
});
