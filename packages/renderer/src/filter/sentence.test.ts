import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import english from '../../../ui/src/i18n/en/filter.json' with { type: 'json' };
import chinese from '../../../ui/src/i18n/zh-CN/filter.json' with { type: 'json' };
import type { Model } from '../model.ts';
import { askerWith, smallModel } from '../small-model.ts';
import { fromLogic } from './from-logic.ts';
import { sentence, type SentenceContext } from './sentence.ts';

const contexts = new Map<string, SentenceContext>();

beforeAll(async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: { en: { filter: english }, 'zh-CN': { filter: chinese } } });
  for (const language of ['en', 'zh-CN']) {
    contexts.set(language, {
      model: modelIn(language),
      entity: 'task',
      t: i18n.getFixedT(language, 'filter'),
      titleOf: (_entity, id) => ({ p1: 'Garden' })[id],
    });
  }
});

function say(logic: unknown, language = 'en'): string {
  const context = contexts.get(language);
  return context ? sentence(fromLogic(logic), context) : '';
}

describe('a filter in words', () => {
  test('names field, condition and option by their labels', () => {
    expect(say({ '==': [{ var: 'state' }, 'open'] })).toBe('State is Open');
    expect(say({ '==': [{ var: 'state' }, 'open'] }, 'zh-CN')).toBe('状态 等于 进行中');
  });

  test('names a related record by its title and a path by its steps', () => {
    expect(say({ '==': [{ var: 'project' }, 'p1'] })).toBe('Project is Garden');
    expect(say({ contains: [{ var: 'project.name' }, 'den'] })).toBe('Project › Name contains den');
  });

  test('speaks of dates as before and after', () => {
    expect(say({ '<': [{ var: 'due' }, { var: '$today' }] })).toBe('Due is before today');
  });

  test('joins conditions, and brackets groups', () => {
    const open = { '==': [{ var: 'state' }, 'open'] };
    expect(say({ and: [open, { or: [{ is_blank: [{ var: 'due' }] }, open] }] })).toBe(
      'State is Open and (Due is blank or State is Open)',
    );
  });

  test('shortens long lists', () => {
    expect(say({ in: [{ var: 'name' }, ['a', 'b', 'c', 'd']] })).toBe('Name is one of a, b +2');
  });
});

function modelIn(language: string): Model {
  return smallModel(
    {
      entities: {
        task: {
          fields: {
            name: { type: 'text', label: 'Name' },
            state: { type: 'select', label: { en: 'State', 'zh-CN': '状态' }, options: 'state' },
            due: { type: 'date', label: 'Due' },
            project: { type: 'lookup', label: 'Project', entity: 'project' },
          },
        },
        project: { fields: { name: { type: 'text', label: 'Name' } } },
      },
      option_sets: {
        state: { name: 'state', values: [{ value: 'open', label: { en: 'Open', 'zh-CN': '进行中' } }] },
      },
    },
    askerWith({ language }),
  );
}
