// Names in one piece and in parts.
import { expect, test } from 'vitest';
import { joinName, splitName } from './split.ts';

test.each([
  ['李明', '李', '明'],
  ['王小芳', '王', '小芳'],
  ['欧阳雪', '欧阳', '雪'],
  ['司马相如', '司马', '相如'],
  ['Anna Berg', 'Berg', 'Anna'],
  ['Anna Maria Berg', 'Berg', 'Anna Maria'],
  ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
  ['Berg, Anna', 'Berg', 'Anna'],
  ['Berg，Anna', 'Berg', 'Anna'],
])('%s is of family %s and given name %s', (full, family, given) => {
  expect(splitName(full)).toEqual({ family, given });
});

test.each(['李', '阿卜杜拉', 'Pelé', 'Berg,', 'Berg, Anna, Dr.', '阿凡提·纳斯尔丁'])('%s cannot be split', (full) => {
  expect(splitName(full)).toBeUndefined();
});

test('Chinese names are joined without a blank, others begin with the given name', () => {
  expect(joinName({ family: '欧阳', given: '雪' })).toBe('欧阳雪');
  expect(joinName({ family: 'Berg', given: 'Anna', middle: 'Maria' })).toBe('Anna Maria Berg');
  expect(joinName({ family: '李', given: 'Anna' })).toBe('Anna 李');
  expect(joinName({ given: 'Anna' })).toBe('Anna');
});
