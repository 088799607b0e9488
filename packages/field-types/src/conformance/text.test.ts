// Text that a type writes for people is read back as the same value, in every language and time zone.
import { makeRandom } from '@trellis/testing/random';
import { describe, expect, test } from 'vitest';
import { canonicalValues, cases } from './cases.ts';

const languages = ['en', 'zh-CN'];
const timeZones = ['Asia/Shanghai', 'America/New_York', 'UTC', 'Pacific/Apia', 'Asia/Kathmandu'];

describe.each(cases)('$name', (one) => {
  test.each(languages)('reads back what it writes in %s', (language) => {
    for (const { field, value } of canonicalValues(one, makeRandom(11).number)) {
      for (const timeZone of timeZones) {
        const context = { ...one.context, language, timeZone };
        const text = one.type.format(value, field, context);
        expect(one.type.parse(text, field, context), text).toEqual({ ok: true, value });
        const figure = one.type.figure?.(value, field) ?? text;
        expect(one.type.parse(figure, field, context), figure).toEqual({ ok: true, value });
      }
    }
  });
});
