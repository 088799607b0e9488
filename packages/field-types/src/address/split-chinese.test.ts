// Chinese addresses in one piece.
import { expect, test } from 'vitest';
import { splitChinese } from './split-chinese.ts';

test.each([
  [
    '广东省深圳市南山区科技路1号 518000',
    { province: '广东省', city: '深圳市', district: '南山区', street: '科技路1号', postal_code: '518000' },
  ],
  [
    '中国上海市浦东新区世纪大道100号',
    { country: '中国', province: '上海市', district: '浦东新区', street: '世纪大道100号' },
  ],
  [
    '内蒙古自治区呼和浩特市新城区中山路3号',
    { province: '内蒙古自治区', city: '呼和浩特市', district: '新城区', street: '中山路3号' },
  ],
  [
    '湖北省恩施土家族苗族自治州恩施市大桥路',
    { province: '湖北省', city: '恩施土家族苗族自治州', district: '恩施市', street: '大桥路' },
  ],
  ['四川省成都市', { province: '四川省', city: '成都市', street: '' }],
])('%s has its parts', (text, parts) => {
  expect({ ...splitChinese(text) }).toMatchObject(parts);
});

test.each(['科技路1号', '5 Main St', '', '海淀区'])('%s has neither province nor city', (text) => {
  expect(splitChinese(text)).toBeUndefined();
});
