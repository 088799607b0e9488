import { describe, expect, test } from 'vitest';
import { smallModel } from '../small-model.ts';
import { fromLogic } from './from-logic.ts';
import { hasWords } from './use-condition-words.ts';

const model = smallModel({
  entities: {
    project: { fields: { name: { type: 'text' } } },
    task: {
      fields: {
        state: { type: 'select', options: [{ value: 'open', label: 'Open' }] },
        project: { type: 'lookup', entity: 'project' },
      },
    },
  },
});

describe('The filter builder has words for a condition', () => {
  test.each<readonly [string, unknown, boolean]>([
    ['on options', { '==': [{ var: 'state' }, 'open'] }, true],
    ['on what is looked up', { contains: [{ var: 'project.name' }, 'x'] }, true],
    ['that a look-up is blank', { is_blank: [{ var: 'project' }] }, true],
    ['in groups', { and: [{ '==': [{ var: 'state' }, 'open'] }, { is_blank: [{ var: 'project' }] }] }, true],
    ['but not where a record is meant by its id', { '==': [{ var: 'project' }, 'p1'] }, false],
    ['but not where it is more than the builder makes', { '>': [{ length: [{ var: 'state' }] }, 3] }, false],
    ['but not where part of it is', { or: [{ '==': [{ var: 'state' }, 'open'] }, { var: 'state' }] }, false],
    ['but not on a field that is not there', { '==': [{ var: 'nothing' }, 'x'] }, false],
  ])('%s', (_, logic, expected) => {
    expect(hasWords(model, 'task', fromLogic(logic))).toBe(expected);
  });
});
