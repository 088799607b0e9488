import { describe, expect, test } from 'vitest';
import { completions, type CompletionOptions } from './completions.ts';
import { orderFields } from './fixtures.ts';
import { signatureAt } from './signature.ts';

/** The caret is `|`. */
function at(marked: string, options: Partial<CompletionOptions> = {}) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { range, items } = completions(text, offset, { language: 'en', fields: orderFields, ...options });
  const accept = (label: string) => {
    const item = items.find((each) => each.label === label);
    if (item === undefined) throw new Error(`${label} is not offered.`);
    const before = text.slice(0, range.offset) + item.insert.slice(0, item.caret);
    return `${before}|${item.insert.slice(item.caret)}${text.slice(range.offset + range.length)}`;
  };
  return { items, labels: items.map(({ label }) => label), accept };
}

describe('What could be written at the caret', () => {
  test('at the beginning everything: fields first, then functions and words for values', () => {
    const { items } = at('|');
    const kinds = items.map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['金额', '当前用户', 'ROUND', 'TODAY', 'TRUE']),
    );
  });

  test('what begins with the letters comes before what holds them; names and labels count', () => {
    expect(at('amo|').labels.slice(0, 3)).toEqual(['amount', 'AMOUNT_IN_WORDS', '金额']);
    expect(at('roun|').labels.slice(0, 2)).toEqual(['ROUND', 'ROUND_HALF_EVEN']);
    expect(at('成交|').labels).toEqual(['预计成交日期']);
    expect(at('四舍|').labels).toEqual(['ROUND']);
    expect(at('zzz|').labels).toEqual([]);
  });

  test('a function is written with its parentheses and the caret between them, once', () => {
    expect(at('1 + roun|').accept('ROUND')).toBe('1 + ROUND(|)');
    expect(at('roun|(1)').accept('ROUND')).toBe('ROUND|(1)');
    expect(at('tod|').accept('TODAY')).toBe('TODAY()|');
    expect(at('四舍|', { language: 'zh-CN' }).accept('四舍五入')).toBe('四舍五入(|)');
  });

  test('a function has its signature and its sentence in the language', () => {
    const [round] = at('round|', { language: 'zh-CN' }).items;
    expect(round).toMatchObject({ kind: 'function', detail: 'ROUND', signature: { name: '四舍五入' } });
    expect(round?.kind === 'function' && round.signature.summary).toMatch(/。$/);
  });

  test('a field is written by name, or by label where that is wanted and clear', () => {
    expect(at('金|').accept('金额')).toBe('amount|');
    expect(at('金|', { labels: true }).accept('金额')).toBe('[金额]|');
    expect(at('[金|', { labels: true }).accept('金额')).toBe('[金额]|');
    expect(at('[金|额] * 2', { labels: true }).accept('金额')).toBe('[金额]| * 2');
    expect(at('重|', { labels: true }).accept('重名')).toBe('a|');
    expect(at('am|ount * 2').accept('金额')).toBe('amount| * 2');
  });

  test('a field tells its type, and whether it leads to rows', () => {
    expect(at('close_da|').items).toMatchObject([{ kind: 'field', detail: 'close_date', type: 'date' }]);
    expect(at('line|').items[0]).toMatchObject({ kind: 'field', detail: 'lines', type: 'rows' });
  });

  test('a label that is not closed takes nothing of what comes behind', () => {
    expect(at('[金| + [标题]', { labels: true }).accept('金额')).toBe('[金额]| + [标题]');
  });

  test('behind a point the fields of what it leads to', () => {
    expect(at('publisher.|').labels).toEqual(['出版社名称', '负责人']);
    expect(at('publisher.owner.na|').accept('姓名')).toBe('publisher.owner.name|');
    expect(at('$user.|').labels).toEqual(['标识', '姓名', '上级']);
    expect(at('amount.|').labels).toEqual([]);
    expect(at('lines.|').labels).toContain('数量');
  });

  test('within rows the fields of the row, and $record', () => {
    const { labels } = at('SUM(lines, |)');
    expect(labels).toEqual(expect.arrayContaining(['数量', '产品', '$record']));
    expect(labels).not.toContain('标题');
    expect(at('SUM(lines, $record.|)').labels).toContain('标题');
    expect(at('SUM(lines, 1) + |').labels).toContain('标题');
  });

  test('within a list its member', () => {
    expect(at('ALL(tags, |)').labels).toContain('@');
    expect(at('|').labels).not.toContain('@');
  });

  test('options of the field that something is compared with', () => {
    for (const text of [
      'stage = |',
      'stage IN {|',
      'stage IN {"won", |}',
      'stage NOT IN {|',
      'IN(stage, {|})',
      'SWITCH(stage, |)',
    ])
      expect(at(text).labels.slice(0, 3)).toEqual(['进行中', '赢单', '输单']);
    expect(at('stage = 赢|').accept('赢单')).toBe('stage = "won"|');
    expect(at('stage = "w|').accept('赢单')).toBe('stage = "won"|');
    expect(at('stage = "w|" AND a').accept('赢单')).toBe('stage = "won"| AND a');
    const options = [{ value: 'web', label: 'Web site' }];
    const fields = [{ name: 'channels', label: 'Channels', type: 'text[]' as const, options }];
    for (const text of ['HAS_ANY(channels, {|})', 'HAS_ALL(channels, {"web", |})'])
      expect(at(text, { fields }).labels[0]).toBe('Web site');
    expect(at('title = |').items.filter(({ kind }) => kind === 'option')).toEqual([]);
  });

  test('words for units of time', () => {
    expect(at('DATEADD(close_date, 1, |)').labels.slice(0, 5)).toEqual(['day', 'week', 'month', 'year', 'hour']);
    expect(at('START_OF(close_date, "mo|')).toMatchObject({ labels: ['month'] });
  });

  test('behind an operand the words that join, once one is begun; within a text nothing', () => {
    expect(at('amount a|').labels).toEqual(['AND']);
    expect(at('amount |').labels).toEqual([]);
    expect(at('title = "a|').labels).toEqual([]);
    expect(at('12|').labels).toEqual([]);
  });
});

describe('The function at the caret', () => {
  const hint = (marked: string, language: 'en' | 'zh-CN' = 'en') => {
    const signature = signatureAt(marked.replace('|', ''), marked.indexOf('|'), language);
    return (
      signature &&
      `${signature.name}(${signature.parameters.map((name, index) => (index === signature.active ? `*${name}*` : name)).join(', ')})`
    );
  };

  test('is the innermost one, with the operand that is being written', () => {
    expect(hint('ROUND(|')).toBe('ROUND(*number*, [decimals])');
    expect(hint('ROUND(MAX(1, 2), |')).toBe('ROUND(number, *[decimals]*)');
    expect(hint('ROUND(1, (2 + |')).toBe('ROUND(number, *[decimals]*)');
    expect(hint('IF(a = "x, |')).toBe('IF(*condition*, value, [otherwise, …])');
    expect(hint('IF(a, 1, b, 2, |', 'zh-CN')).toBe('如果(条件, 值, *[否则, …]*)');
    expect(hint('ROUND(1, 2, |')).toBe('ROUND(number, [decimals])');
  });

  test('is none outside of all', () => {
    expect(hint('ROUND(1, 2)|')).toBeUndefined();
    expect(hint('(1 + |')).toBeUndefined();
    expect(hint('TODAY(|')).toBe('TODAY()');
  });
});

const order = ['option', 'field', 'function', 'word'];
