// The examples of every type, by its name; a type without examples does not compile.
import type { Examples } from './examples.ts';
import type { FieldTypeName } from './registry.ts';
import { addressExamples } from './address/address.examples.ts';
import { autoNumberExamples } from './auto_number/auto_number.examples.ts';
import { barcodeExamples } from './barcode/barcode.examples.ts';
import { booleanExamples } from './boolean/boolean.examples.ts';
import { childTableExamples } from './child_table/child_table.examples.ts';
import { currencyExamples } from './currency/currency.examples.ts';
import { dateExamples } from './date/date.examples.ts';
import { datetimeExamples } from './datetime/datetime.examples.ts';
import { decimalExamples } from './decimal/decimal.examples.ts';
import { durationExamples } from './duration/duration.examples.ts';
import { emailExamples } from './email/email.examples.ts';
import { fileExamples } from './file/file.examples.ts';
import { formulaExamples } from './formula/formula.examples.ts';
import { imageExamples } from './image/image.examples.ts';
import { integerExamples } from './integer/integer.examples.ts';
import { jsonExamples } from './json/json.examples.ts';
import { locationExamples } from './location/location.examples.ts';
import { longTextExamples } from './long_text/long_text.examples.ts';
import { lookedUpExamples } from './looked_up/looked_up.examples.ts';
import { lookupExamples } from './lookup/lookup.examples.ts';
import { multiLookupExamples } from './multi_lookup/multi_lookup.examples.ts';
import { multiSelectExamples } from './multi_select/multi_select.examples.ts';
import { percentExamples } from './percent/percent.examples.ts';
import { personNameExamples } from './person_name/person_name.examples.ts';
import { phoneExamples } from './phone/phone.examples.ts';
import { ratingExamples } from './rating/rating.examples.ts';
import { relatedToExamples } from './related_to/related_to.examples.ts';
import { richTextExamples } from './rich_text/rich_text.examples.ts';
import { rollupExamples } from './rollup/rollup.examples.ts';
import { selectExamples } from './select/select.examples.ts';
import { tagsExamples } from './tags/tags.examples.ts';
import { teamExamples } from './team/team.examples.ts';
import { textExamples } from './text/text.examples.ts';
import { timeExamples } from './time/time.examples.ts';
import { urlExamples } from './url/url.examples.ts';
import { userExamples } from './user/user.examples.ts';

export const examples: { readonly [Name in FieldTypeName]: Examples<Name> } = Object.freeze({
  text: textExamples,
  long_text: longTextExamples,
  rich_text: richTextExamples,
  integer: integerExamples,
  decimal: decimalExamples,
  currency: currencyExamples,
  percent: percentExamples,
  boolean: booleanExamples,
  date: dateExamples,
  datetime: datetimeExamples,
  time: timeExamples,
  duration: durationExamples,
  select: selectExamples,
  multi_select: multiSelectExamples,
  tags: tagsExamples,
  email: emailExamples,
  phone: phoneExamples,
  url: urlExamples,
  address: addressExamples,
  person_name: personNameExamples,
  auto_number: autoNumberExamples,
  lookup: lookupExamples,
  multi_lookup: multiLookupExamples,
  related_to: relatedToExamples,
  child_table: childTableExamples,
  user: userExamples,
  team: teamExamples,
  file: fileExamples,
  image: imageExamples,
  rating: ratingExamples,
  location: locationExamples,
  json: jsonExamples,
  barcode: barcodeExamples,
  formula: formulaExamples,
  rollup: rollupExamples,
  looked_up: lookedUpExamples,
});
