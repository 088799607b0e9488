// Readings of Chinese names and titles.
import { expect, test } from 'vitest';
import { isChinese, pinyinWords } from './pinyin.ts';

test.each([
  ['华为技术', ['HuaWeiJiShu', 'HWJS']],
  ['张三', ['ZhangSan', 'ZS']],
  ['重庆火锅', ['ChongQingHuoGuo', 'CQHG']],
  ['重量', ['ZhongLiang', 'ZL']],
  ['银行行长', ['YinHangHangZhang', 'YHHZ']],
  ['音乐之声', ['YinYueZhiSheng', 'YYZS']],
  ['长沙长江', ['ChangShaChangJiang', 'CSCJ']],
  ['欧阳娜娜', ['OuYangNaNa', 'OYNN']],
  ['厦门六安', ['XiaMenLuAn', 'XMLA']],
])('%s is read %j', (text, words) => {
  expect(pinyinWords(text)).toEqual(words);
});

test.each([
  ['单雄信', 'ShanXiongXin'],
  ['曾国藩', 'ZengGuoFan'],
  ['仇英', 'QiuYing'],
  ['解珍', 'XieZhen'],
  ['查良镛', 'ZhaLiangYong'],
  ['尉迟恭', 'YuChiGong'],
  ['万俟卨', 'MoQi'],
  ['曾行长', 'ZengHangZhang'],
])('the surname of %s is known: %s', (text, word) => {
  expect(pinyinWords(text).join(' ')).toContain(word);
});

test('a text that begins like a surname keeps its other reading', () => {
  expect(pinyinWords('单位')).toEqual(['DanWei', 'DW', 'ShanWei', 'SW']);
});

test.each([
  ['吕布', ['LvBu', 'LuBu', 'LB']],
  ['绿色', ['LvSe', 'LuSe', 'LS']],
  ['策略', ['CeLve', 'CeLue', 'CL']],
])('ü in %s is typed as v and as u', (text, words) => {
  expect(pinyinWords(text)).toEqual(words);
});

test('letters and digits stand where they are, signs and blanks do not', () => {
  expect(pinyinWords('ABC科技 (深圳) 3号')).toEqual(['ABCKeJiShenZhen3Hao', 'ABCKJSZ3H']);
  expect(pinyinWords('ＡＢＣ科技')).toEqual(['ABCKeJi', 'ABCKJ']);
});

test('characters without a known reading are passed over', () => {
  expect(pinyinWords('🐼\u{2a6d6}猫')).toEqual(['Mao', 'M']);
});

test('a long text is read at its beginning', () => {
  expect(pinyinWords('华'.repeat(5000))).toEqual(['Hua'.repeat(100), 'H'.repeat(100)]);
});

test.each([
  ['张三', true],
  ['abc科', true],
  ['\u{20000}', true],
  ['Müller', false],
  ['カタカナ', false],
  ['', false],
])('%j holds Chinese characters: %s', (text, holds) => {
  expect(isChinese(text)).toBe(holds);
});
