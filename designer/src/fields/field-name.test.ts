import { describe, expect, test } from 'vitest';
import { nameProblem, proposeName } from './field-name.ts';

const none: ReadonlySet<string> = new Set();

describe('the proposed name of a field', () => {
  test('is its label in small letters with underscores', () => {
    expect(proposeName('Budget (2025), net', 'currency', none)).toBe('budget_2025_net');
    expect(proposeName('Größe & Café', 'text', none)).toBe('gro_e_cafe');
  });
  test('never begins with a digit', () => {
    expect(proposeName('2nd contact', 'text', none)).toBe('nd_contact');
  });
  test('is its type where the label has no Latin letters', () => {
    expect(proposeName('预算', 'currency', none)).toBe('currency');
  });
  test('is free, and never longer than 50', () => {
    expect(proposeName('Budget', 'text', new Set(['budget', 'budget_2']))).toBe('budget_3');
    const long = proposeName('a'.repeat(80), 'text', new Set(['a'.repeat(50)]));
    expect(long).toHaveLength(50);
    expect(long.endsWith('_2')).toBe(true);
  });
});

describe('the name of a field', () => {
  test('must be there, well formed and free', () => {
    expect(nameProblem('', none)).toBe('missing');
    expect(nameProblem('Budget', none)).toBe('malformed');
    expect(nameProblem('9_lives', none)).toBe('malformed');
    expect(nameProblem('budget', new Set(['budget']))).toBe('taken');
    expect(nameProblem('budget', none)).toBeNull();
  });
});
