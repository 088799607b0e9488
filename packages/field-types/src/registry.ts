// Every field type by its name. Whoever needs to know something about a field asks here.
import type { Static, TObject } from '@sinclair/typebox';
import { address } from './address/address.ts';
import { autoNumber } from './auto_number/auto_number.ts';
import { barcode } from './barcode/barcode.ts';
import { boolean } from './boolean/boolean.ts';
import { childTable } from './child_table/child_table.ts';
import type { FieldType } from './contract.ts';
import { currency } from './currency/currency.ts';
import { date } from './date/date.ts';
import { datetime } from './datetime/datetime.ts';
import { decimal } from './decimal/decimal.ts';
import { duration } from './duration/duration.ts';
import { email } from './email/email.ts';
import { file } from './file/file.ts';
import { formula } from './formula/formula.ts';
import { image } from './image/image.ts';
import { integer } from './integer/integer.ts';
import { json } from './json/json.ts';
import { location } from './location/location.ts';
import { longText } from './long_text/long_text.ts';
import { lookedUp } from './looked_up/looked_up.ts';
import { lookup } from './lookup/lookup.ts';
import { multiLookup } from './multi_lookup/multi_lookup.ts';
import { multiSelect } from './multi_select/multi_select.ts';
import { percent } from './percent/percent.ts';
import { personName } from './person_name/person_name.ts';
import { phone } from './phone/phone.ts';
import { rating } from './rating/rating.ts';
import { relatedTo } from './related_to/related_to.ts';
import { richText } from './rich_text/rich_text.ts';
import { rollup } from './rollup/rollup.ts';
import { select } from './select/select.ts';
import { tags } from './tags/tags.ts';
import { team } from './team/team.ts';
import { text } from './text/text.ts';
import { time } from './time/time.ts';
import { url } from './url/url.ts';
import { user } from './user/user.ts';

export const fieldTypes = Object.freeze({
  text,
  long_text: longText,
  rich_text: richText,
  integer,
  decimal,
  currency,
  percent,
  boolean,
  date,
  datetime,
  time,
  duration,
  select,
  multi_select: multiSelect,
  tags,
  email,
  phone,
  url,
  address,
  person_name: personName,
  auto_number: autoNumber,
  lookup,
  multi_lookup: multiLookup,
  related_to: relatedTo,
  child_table: childTable,
  user,
  team,
  file,
  image,
  rating,
  location,
  json,
  barcode,
  formula,
  rollup,
  looked_up: lookedUp,
});

export type FieldTypes = typeof fieldTypes;
export type FieldTypeName = keyof FieldTypes;

/** A field of the type `Name` as metadata writes it: the type's name and its options. */
export type FieldOf<Name extends FieldTypeName> = { readonly type: Name } & Static<FieldTypes[Name]['options']>;

/** The canonical wire value of the type `Name`. */
export type WireOf<Name extends FieldTypeName> =
  FieldTypes[Name] extends FieldType<Name, infer _Options, infer Wire> ? Wire : never;

/** A field of any type. */
export type Field = { [Name in FieldTypeName]: FieldOf<Name> }[FieldTypeName];

/** A type as generic callers see it: it takes any field, and trusts that the field is one of its own. */
export type AnyFieldType = FieldType<FieldTypeName, TObject, unknown>;

export const fieldTypeNames: readonly FieldTypeName[] = Object.values(fieldTypes).map((type) => type.name);

export function fieldType(name: FieldTypeName): AnyFieldType {
  return fieldTypes[name];
}

export function isFieldTypeName(name: string): name is FieldTypeName {
  return Object.hasOwn(fieldTypes, name);
}

/** Each type stands under its own name. */
fieldTypes satisfies { readonly [Name in FieldTypeName]: { readonly name: Name } };
