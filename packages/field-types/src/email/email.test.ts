// The addresses of the isemail suite: what is an error there is refused, what is plainly valid is accepted.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleContext } from '../examples.ts';
import { email } from './email.ts';

const suite = new URL('../../../../../shared/data/suite_isemail/tests.xml', import.meta.url);

/** Control characters stand in the suite as their symbols from U+2400 on. */
function readSuite(): readonly { readonly address: string; readonly category: string }[] {
  const xml = readFileSync(suite, 'utf8');
  return [...xml.matchAll(/<test id="\d+">(.*?)<\/test>/gs)].map(([, body = '']) => ({
    address: unescaped(/<address>(.*?)<\/address>/s.exec(body)?.[1] ?? ''),
    category: /<category>(.*?)<\/category>/.exec(body)?.[1] ?? '',
  }));
}

function unescaped(text: string): string {
  const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity)
    .replace(/[\u2400-\u241F]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) - 0x2400));
}

function isAccepted(address: string): boolean {
  const normalized = email.normalize(address, {}, exampleContext);
  return normalized.ok && normalized.value !== null;
}

test.skipIf(!existsSync(suite))('refuses the 66 addresses that the isemail suite calls errors', () => {
  const errors = readSuite().filter(({ category }) => category === 'ISEMAIL_ERR');
  expect(errors).toHaveLength(66);
  expect(errors.map(({ address }) => address).filter(isAccepted)).toEqual([]);
});

test.skipIf(!existsSync(suite))('accepts the addresses that the isemail suite calls valid', () => {
  const valid = readSuite().filter(({ category }) => ['ISEMAIL_VALID_CATEGORY', 'ISEMAIL_DNSWARN'].includes(category));
  expect(valid).toHaveLength(22);
  expect(valid.map(({ address }) => address).filter((address) => !isAccepted(address))).toEqual([]);
});

test('only the domain is written small', () => {
  expect(email.normalize('Lin.Wei@Mail.EXAMPLE.org', {}, exampleContext)).toEqual({
    ok: true,
    value: 'Lin.Wei@mail.example.org',
  });
});
