// A point on earth in degrees (WGS 84), to seven decimals: about a centimetre.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { presenceMeasures, presenceOperators } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';

const options = Type.Object({});

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

export const location = defineFieldType<'location', typeof options, Location>({
  name: 'location',
  label: { en: 'Location', 'zh-CN': '位置' },
  icon: 'Aim',
  group: 'other',
  options,
  column: () => ({ type: 'jsonb' }),
  valueType: () => 'json',
  schema: () => ({
    type: 'object',
    properties: {
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
    },
    required: ['latitude', 'longitude'],
    additionalProperties: false,
  }),
  normalize,
  toColumn: (value) => JSON.stringify(value),
  parse(text) {
    const typed = halfWidth(text).trim();
    if (typed === '') return blank;
    const match = /^([+-]?\d{1,3}(?:\.\d{1,20})?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d{1,20})?)$/.exec(typed);
    return normalize(match === null ? undefined : { latitude: Number(match[1]), longitude: Number(match[2]) });
  },
  format: ({ latitude, longitude }) => `${plain(latitude)}, ${plain(longitude)}`,
  operators: presenceOperators,
  sortable: false,
  groupable: false,
  searchable: false,
  unique: false,
  measures: presenceMeasures,
  fake: (random) => ({ latitude: rounded(random() * 120 - 60), longitude: rounded(random() * 360 - 180) }),
});

function normalize(value: unknown) {
  if (typeof value !== 'object' || value === null || !('latitude' in value) || !('longitude' in value)) {
    return refuse('not_a_location');
  }
  const extra = Object.keys(value).find((name) => name !== 'latitude' && name !== 'longitude');
  if (extra !== undefined) return refuse('unknown_member', { name: extra.slice(0, 100) });
  const { latitude, longitude } = value;
  if (!isAngle(latitude, 90) || !isAngle(longitude, 180)) return refuse('not_a_location');
  return ok({ latitude: rounded(latitude), longitude: rounded(longitude) });
}

function isAngle(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= limit;
}

function rounded(degrees: number): number {
  const value = Math.round(degrees * 1e7) / 1e7;
  return value === 0 ? 0 : value;
}

/** Without the exponent of tiny numbers. */
function plain(degrees: number): string {
  return degrees.toFixed(7).replace(/\.?0+$/, '');
}
