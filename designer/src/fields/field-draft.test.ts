import { describe, expect, test } from 'vitest';
import { draftOf, emptyDraft, fieldOf, newOptionSet } from './field-draft.ts';

const text = (label: unknown): string => (typeof label === 'string' ? label : '');

describe('a field that is being made', () => {
  test('says only what was filled in', () => {
    const draft = { ...emptyDraft('text'), label: { en: 'ISBN', zh: '' }, options: { max_length: 20, pattern: '' } };
    expect(fieldOf(draft, undefined, undefined)).toEqual({ type: 'text', label: 'ISBN', max_length: 20 });
  });
  test('has a label in both languages where both are given', () => {
    const draft = { ...emptyDraft('date'), label: { en: 'Printed on', zh: '出版日期' }, required: true };
    expect(fieldOf(draft, undefined, undefined)).toEqual({
      type: 'date',
      label: { en: 'Printed on', 'zh-CN': '出版日期' },
      required: true,
    });
  });
  test('brings its own options as a set', () => {
    const draft = { ...emptyDraft('select'), label: { en: 'State', zh: '' }, newOptions: 'New\n已借出\n\nNew' };
    const set = newOptionSet(draft, 'book_state');
    expect(set).toEqual({
      name: 'book_state',
      label: 'State',
      values: [
        { value: 'new', label: 'New', color: 'blue' },
        { value: 'option_2', label: '已借出', color: 'green' },
      ],
    });
    expect(fieldOf(draft, undefined, set)).toMatchObject({ type: 'select', options: 'book_state' });
  });
});

describe('a field that is being changed', () => {
  test('keeps what the editor does not show', () => {
    const before = {
      type: 'text',
      label: 'Reason',
      required: { '==': [{ var: 'state' }, 'lost'] },
      visible: { '==': [{ var: 'state' }, 'lost'] },
      default: { var: '$today' },
      indexed: true,
      max_length: 20,
    } as const;
    const draft = { ...draftOf(before, text), label: { en: 'Why', zh: '' } };
    expect(fieldOf(draft, before, undefined)).toEqual({ ...before, label: 'Why' });
  });
  test('that has no label needs none', () => {
    const before = { type: 'integer' } as const;
    const draft = { ...draftOf(before, text), required: true };
    expect(fieldOf(draft, before, undefined)).toEqual({ type: 'integer', required: true });
  });
});
