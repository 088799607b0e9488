import { expect, test } from 'vitest';
import type { Command, CommandGroup } from './commands.ts';
import { matchCommands } from './match-commands.ts';

const command = (group: CommandGroup, label: string): Command => ({
  key: label,
  group,
  label,
  icon: undefined,
  run: () => undefined,
});
const commands = [
  command('go', 'Books'),
  command('go', 'Old books'),
  command('create', 'New book'),
  command('actions', 'Dark theme'),
];
const found = (text: string) =>
  matchCommands(commands, text).map((one) => [one.group, one.commands.map(({ label }) => label)]);

test('with nothing typed the palette offers where one can go', () => {
  expect(found('')).toEqual([['go', ['Books', 'Old books']]]);
});

test('what begins with the words typed comes first', () => {
  expect(found('book')).toEqual([
    ['go', ['Books', 'Old books']],
    ['create', ['New book']],
  ]);
});

test('every word has to be found, in any order', () => {
  expect(found('theme da')).toEqual([['actions', ['Dark theme']]]);
  expect(found('book dark')).toEqual([]);
});
