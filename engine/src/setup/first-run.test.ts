// What the set-up page may answer. Whoever sends it has not logged in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAnswers } from './first-run.ts';
import { loadTemplate } from './templates.ts';

const admin = { name: 'Ada', email: 'ada@example.com', password: 'long enough' };
const answers = { language: 'en', admin, template: 'empty', sample_data: false };

test('answers are read as they are meant', () => {
  expect(readAnswers(answers)).toEqual({ language: 'en', admin, template: 'empty', sampleData: false });
  const { sample_data: _, ...without } = answers;
  expect(readAnswers(without)).toMatchObject({ sampleData: true });
});

test.each([
  { ...answers, template: '/etc' },
  { ...answers, template: '../templates/crm' },
  { ...answers, template: '..' },
  { ...answers, template: 'C:\\templates' },
  { ...answers, sample_data: 'no' },
  { ...answers, sampledata: false },
  { ...answers, admin: { ...admin, role: 'reader' } },
  { ...answers, admin: { ...admin, password: 'short' } },
  { ...answers, language: 'fr' },
])('%j is refused', (body) => {
  expect(() => readAnswers(body)).toThrow(expect.objectContaining({ code: 'malformed_request' }));
});

test('the refusal of a template that is not there does not say where it was looked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-templates-'));
  const refusal: unknown = await loadTemplate(folder, 'ghost', 'en').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'malformed_request' });
  expect(JSON.stringify(refusal)).toContain('ghost');
  expect(JSON.stringify(refusal)).not.toContain(folder);
  await rm(folder, { recursive: true });
});
