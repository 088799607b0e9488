// How a value of any type is shown. The registry names the light side of every type: a type without one does not compile.
import type { ReactNode } from 'react';
import { addressCell } from '../address/address.ui.tsx';
import { autoNumberCell } from '../auto_number/auto_number.ui.tsx';
import { barcodeCell } from '../barcode/barcode.ui.tsx';
import { booleanCell } from '../boolean/boolean.ui.tsx';
import { childTableCell } from '../child_table/child_table.ui.tsx';
import { currencyCell } from '../currency/currency.ui.tsx';
import { dateCell } from '../date/date.ui.tsx';
import { datetimeCell } from '../datetime/datetime.ui.tsx';
import { decimalCell } from '../decimal/decimal.ui.tsx';
import { durationCell } from '../duration/duration.ui.tsx';
import { emailCell } from '../email/email.ui.tsx';
import { fileCell } from '../file/file.ui.tsx';
import { formulaCell } from '../formula/formula.ui.tsx';
import { imageCell } from '../image/image.ui.tsx';
import { integerCell } from '../integer/integer.ui.tsx';
import { jsonCell } from '../json/json.ui.tsx';
import { locationCell } from '../location/location.ui.tsx';
import { longTextCell } from '../long_text/long_text.ui.tsx';
import { lookedUpCell } from '../looked_up/looked_up.ui.tsx';
import { lookupCell } from '../lookup/lookup.ui.tsx';
import { multiLookupCell } from '../multi_lookup/multi_lookup.ui.tsx';
import { multiSelectCell } from '../multi_select/multi_select.ui.tsx';
import { percentCell } from '../percent/percent.ui.tsx';
import { personNameCell } from '../person_name/person_name.ui.tsx';
import { phoneCell } from '../phone/phone.ui.tsx';
import { ratingCell } from '../rating/rating.ui.tsx';
import { relatedToCell } from '../related_to/related_to.ui.tsx';
import { richTextCell } from '../rich_text/rich_text.ui.tsx';
import { rollupCell } from '../rollup/rollup.ui.tsx';
import { selectCell } from '../select/select.ui.tsx';
import { tagsCell } from '../tags/tags.ui.tsx';
import { teamCell } from '../team/team.ui.tsx';
import { textCell } from '../text/text.ui.tsx';
import { timeCell } from '../time/time.ui.tsx';
import { urlCell } from '../url/url.ui.tsx';
import { userCell } from '../user/user.ui.tsx';
import type { AnyCellProps, CellProps, CellSide, FieldOf, FieldTypeName, NestedCells, WireOf } from './contract.ts';
import type { FieldJson } from './screen.ts';

const cells: { readonly [Name in FieldTypeName]: CellSide<FieldOf<Name>, WireOf<Name>> } = {
  address: addressCell,
  auto_number: autoNumberCell,
  barcode: barcodeCell,
  boolean: booleanCell,
  child_table: childTableCell,
  currency: currencyCell,
  date: dateCell,
  datetime: datetimeCell,
  decimal: decimalCell,
  duration: durationCell,
  email: emailCell,
  file: fileCell,
  formula: formulaCell,
  image: imageCell,
  integer: integerCell,
  json: jsonCell,
  location: locationCell,
  long_text: longTextCell,
  looked_up: lookedUpCell,
  lookup: lookupCell,
  multi_lookup: multiLookupCell,
  multi_select: multiSelectCell,
  percent: percentCell,
  person_name: personNameCell,
  phone: phoneCell,
  rating: ratingCell,
  related_to: relatedToCell,
  rich_text: richTextCell,
  rollup: rollupCell,
  select: selectCell,
  tags: tagsCell,
  team: teamCell,
  text: textCell,
  time: timeCell,
  url: urlCell,
  user: userCell,
};

export function Cell({ density = 'line', ...props }: AnyCellProps): ReactNode {
  if (isBlank(props.value)) return null;
  const { Cell: Side } = cellOf(props.field);
  return <Side {...props} density={density} nested={nested} />;
}

/** What a column of this field starts with: alignment and width. */
export function cellOf(field: FieldJson): CellSide<FieldJson, unknown> {
  return sides.get(field.type) ?? unknownCell;
}

const nested: NestedCells = { Cell, cellOf };

/** A type that the server knows and this screen does not yet: its value as text. */
const unknownCell: CellSide<FieldJson, unknown> = {
  Cell: ({ value }: CellProps<FieldJson, unknown>) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  align: 'start',
  width: 160,
};

// The door between JSON and the types: the server has checked that a value is one of its field's type.
const sides: ReadonlyMap<string, CellSide<FieldJson, unknown>> = new Map(
  Object.entries(cells as unknown as Record<string, CellSide<FieldJson, unknown>>),
);

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
