import { describe, expect, test } from 'vitest';
import { askerWith, smallModel } from './small-model.ts';

const model = smallModel(
  {
    entities: {
      book: {
        label: { en: 'Book', 'zh-CN': '图书' },
        labels: { en: 'Books', 'zh-CN': '图书' },
        title: 'title',
        fields: {
          title: { type: 'text', label: { en: 'Title', 'zh-CN': '书名' } },
          author: { type: 'lookup', entity: 'person' },
          state: { type: 'select', options: 'book_state' },
          size: { type: 'select', options: [{ value: 's', label: 'Small' }] },
        },
      },
      person: { fields: { name: { type: 'person_name', label: 'Name' }, boss: { type: 'user' } } },
      user: { fields: { name: { type: 'text', label: 'User name' } } },
    },
    option_sets: { book_state: { name: 'book_state', values: [{ value: 'new', label: 'New' }] } },
    views: {
      b: { name: 'b', entity: 'book', type: 'table', order: 1 },
      a: { name: 'a', entity: 'book', type: 'table', order: 2, default: true },
    },
  },
  askerWith({ language: 'zh-CN', user: { time_zone: 'Asia/Shanghai' } }),
);

describe('the model on a screen', () => {
  test('follows a path through look-ups and users to the field and the entity it is of', () => {
    expect(model.field('book', 'author.boss.name')).toMatchObject({ entity: 'user', name: 'name' });
    expect(model.field('book', 'author.nothing')).toBeUndefined();
    expect(model.field('book', 'title.more')).toBeUndefined();
    expect(model.field('book', 'constructor')).toBeUndefined();
  });
  test('speaks the asker’s language, and says the name where there is no label', () => {
    expect(model.fieldLabel('book', 'title')).toBe('书名');
    expect(model.fieldLabel('book', 'author')).toBe('author');
    expect(model.many('book')).toBe('图书');
    expect(model.many('person')).toBe('person');
  });
  test('finds the options of a field in its set, or in the field itself', () => {
    const of = (name: string) =>
      model.options(model.field('book', name)?.field ?? { type: 'text' }).map(({ value }) => value);
    expect(of('state')).toEqual(['new']);
    expect(of('size')).toEqual(['s']);
    expect(of('title')).toEqual([]);
  });
  test('takes the title of a record from the field that its entity names', () => {
    expect(model.title('book', { title: 'Dune' })).toBe('Dune');
    expect(model.title('person', { name: { family: '王', given: '芳', full: '王芳' } })).toBe('王芳');
    expect(model.title('book', { author: null })).toBe('');
  });
  test('puts the default view first', () => {
    expect(model.views('book').map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
