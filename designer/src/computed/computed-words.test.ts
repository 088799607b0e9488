// What is told of computed fields, in both languages; and what there is to choose from where one is made.
import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import english from '../../../packages/ui/src/i18n/en/designer.json' with { type: 'json' };
import chinese from '../../../packages/ui/src/i18n/zh-CN/designer.json' with { type: 'json' };
import type { Metadata } from '@trellis/client/metadata';
import type { Rollup } from '@trellis/metadata/gathered';
import type { ComputedField } from '@trellis/metadata/value-field';
import { createModel } from '@trellis/renderer/model';
import { wholeMetadata } from '../draft/whole-metadata.ts';
import { computedWords, type Words } from './computed-words.ts';
import { gatherable, leadingTo, onwards, showable, targetOf, upwards } from './relations.ts';

const metadata: Metadata = {
  version: 1,
  currency: 'EUR',
  country: 'DE',
  languages: ['en', 'zh-CN'],
  entities: {
    author: {
      name: 'author',
      labels: { en: 'Authors', 'zh-CN': '作者' },
      title: 'name',
      fields: {
        name: { type: 'text', label: { en: 'Name', 'zh-CN': '姓名' } },
        mentor: { type: 'lookup', entity: 'author', label: { en: 'Mentor', 'zh-CN': '导师' } },
      },
    },
    book: {
      name: 'book',
      labels: { en: 'Books', 'zh-CN': '图书' },
      title: 'title',
      fields: {
        title: { type: 'text', label: { en: 'Title', 'zh-CN': '书名' } },
        author: { type: 'lookup', entity: 'author', label: { en: 'Author', 'zh-CN': '作者' } },
        price: { type: 'currency', label: { en: 'Price', 'zh-CN': '价格' } },
        net: {
          type: 'currency',
          label: 'Net',
          read_only: true,
          computed: { type: 'formula', returns: 'currency', expression: { '-': [{ var: 'price' }, 1] } },
        },
        printed: { type: 'date', label: { en: 'Printed on', 'zh-CN': '出版日期' } },
        created_at: { type: 'datetime', label: { en: 'Created', 'zh-CN': '创建时间' }, system: true },
      },
    },
    letter: {
      name: 'letter',
      labels: { en: 'Letters', 'zh-CN': '信件' },
      title: 'id',
      fields: {
        sender: { type: 'lookup', entity: 'author', label: { en: 'Sender', 'zh-CN': '寄信人' } },
        receiver: { type: 'lookup', entity: 'author', label: { en: 'Receiver', 'zh-CN': '收信人' } },
      },
    },
  },
  option_sets: {},
  calendars: {},
  exchange_rates: {},
  forms: {},
  views: {},
  pages: {},
  apps: {},
};
const told = new Map<string, Words>();

beforeAll(async () => {
  const i18n = createInstance();
  const resources = { en: { designer: english }, 'zh-CN': { designer: chinese } };
  await i18n.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
  for (const language of ['en', 'zh-CN']) {
    const text = (_entity: string, json: unknown): string => JSON.stringify(json);
    const model = createModel(metadata, meIn(language));
    told.set(language, { model, t: i18n.getFixedT(language, 'designer'), formula: text, condition: text });
  }
});

const say = (field: ComputedField, language = 'en', entity = 'author'): string => {
  const words = told.get(language);
  return words ? computedWords(words, entity, field) : '';
};
const books: Rollup = { type: 'rollup', from: 'book', via: 'author', function: 'count' };

describe('A roll-up is told', () => {
  test.each<readonly [Partial<Rollup>, string, string]>([
    [{}, 'Number of Books', '图书的数量'],
    [{ function: 'sum', field: 'price' }, 'Sum of Price over Books', '图书的价格合计'],
    [{ function: 'min', field: 'price' }, 'Smallest Price among Books', '图书中最小的价格'],
    [{ function: 'max', field: 'printed' }, 'Latest Printed on among Books', '图书中最晚的出版日期'],
    [
      { function: 'last', field: 'title' },
      'Title of the last among Books, by Created',
      '图书中按“创建时间”最后一条的书名',
    ],
    [{ filter: true }, 'Number of Books where true', '满足“true”的图书的数量'],
    [{ below: 'mentor' }, 'Number of Books, with all records below by “Mentor”', '图书的数量，含按“导师”的所有下级'],
    [{ from: 'letter', via: 'receiver' }, 'Number of Letters by “Receiver”', '按“收信人”关联的信件的数量'],
  ])('%j', (more, inEnglish, inChinese) => {
    expect(say({ ...books, ...more })).toBe(inEnglish);
    expect(say({ ...books, ...more }, 'zh-CN')).toBe(inChinese);
  });
});

test('A looked-up field is told by the way to it', () => {
  const field: ComputedField = { type: 'looked_up', via: 'author.mentor', field: 'name' };
  expect(say(field, 'en', 'book')).toBe('Author › Mentor › Name');
  expect(say(field, 'zh-CN', 'book')).toBe('作者 › 导师 › 姓名');
});

describe('There is to choose from', () => {
  const whole = wholeMetadata(metadata);
  test('whoever looks the entity up, also from itself', () => {
    expect(leadingTo(whole, 'author')).toEqual([
      { from: 'author', via: 'mentor' },
      { from: 'book', via: 'author' },
      { from: 'letter', via: 'sender' },
      { from: 'letter', via: 'receiver' },
    ]);
    expect(upwards(whole, 'author')).toEqual(['mentor']);
    expect(upwards(whole, 'book')).toEqual([]);
  });
  test('the fields that fit what is worked out, computed ones among them', () => {
    expect(gatherable(whole, 'book', 'sum')).toEqual(['price', 'net']);
    expect(gatherable(whole, 'book', 'max')).toEqual(['price', 'net', 'printed', 'created_at', 'updated_at']);
  });
  test('look-ups that lead on, and what can be shown at their end', () => {
    expect(onwards(whole, 'book')).toContain('author');
    expect(targetOf(whole, 'book', 'author')).toBe('author');
    expect(targetOf(whole, 'book', 'title')).toBeUndefined();
    expect(showable(whole, 'author')).toEqual(expect.arrayContaining(['name', 'mentor']));
    expect(showable(whole, 'author')).not.toContain('id');
  });
});

function meIn(language: string): Parameters<typeof createModel>[1] {
  return {
    user: { id: 'u1', name: 'Ada', email: 'ada@example.com', language, time_zone: 'UTC' },
    workspace: 'main',
    roles: [],
    rights: [],
    language,
    currency: 'EUR',
    country: 'DE',
    csrf_token: '',
    metadata_version: 1,
    permissions: [],
  };
}
