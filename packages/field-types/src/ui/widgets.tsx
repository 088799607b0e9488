// How a value of any type is edited. Loaded with the first form, filter or inline edit; a type without a widget does not compile.
import type { ReactNode } from 'react';
import { addressWidget } from '../address/address.widget.ui.tsx';
import { autoNumberWidget } from '../auto_number/auto_number.widget.ui.tsx';
import { barcodeWidget } from '../barcode/barcode.widget.ui.tsx';
import { booleanWidget } from '../boolean/boolean.widget.ui.tsx';
import { childTableWidget } from '../child_table/child_table.widget.ui.tsx';
import { currencyWidget } from '../currency/currency.widget.ui.tsx';
import { dateWidget } from '../date/date.widget.ui.tsx';
import { datetimeWidget } from '../datetime/datetime.widget.ui.tsx';
import { decimalWidget } from '../decimal/decimal.widget.ui.tsx';
import { durationWidget } from '../duration/duration.widget.ui.tsx';
import { emailWidget } from '../email/email.widget.ui.tsx';
import { fileWidget } from '../file/file.widget.ui.tsx';
import { formulaWidget } from '../formula/formula.widget.ui.tsx';
import { imageWidget } from '../image/image.widget.ui.tsx';
import { integerWidget } from '../integer/integer.widget.ui.tsx';
import { jsonWidget } from '../json/json.widget.ui.tsx';
import { locationWidget } from '../location/location.widget.ui.tsx';
import { longTextWidget } from '../long_text/long_text.widget.ui.tsx';
import { lookedUpWidget } from '../looked_up/looked_up.widget.ui.tsx';
import { lookupWidget } from '../lookup/lookup.widget.ui.tsx';
import { multiLookupWidget } from '../multi_lookup/multi_lookup.widget.ui.tsx';
import { multiSelectWidget } from '../multi_select/multi_select.widget.ui.tsx';
import { percentWidget } from '../percent/percent.widget.ui.tsx';
import { personNameWidget } from '../person_name/person_name.widget.ui.tsx';
import { phoneWidget } from '../phone/phone.widget.ui.tsx';
import { ratingWidget } from '../rating/rating.widget.ui.tsx';
import { relatedToWidget } from '../related_to/related_to.widget.ui.tsx';
import { richTextWidget } from '../rich_text/rich_text.widget.ui.tsx';
import { rollupWidget } from '../rollup/rollup.widget.ui.tsx';
import { selectWidget } from '../select/select.widget.ui.tsx';
import { tagsWidget } from '../tags/tags.widget.ui.tsx';
import { teamWidget } from '../team/team.widget.ui.tsx';
import { textWidget } from '../text/text.widget.ui.tsx';
import { timeWidget } from '../time/time.widget.ui.tsx';
import { urlWidget } from '../url/url.widget.ui.tsx';
import { userWidget } from '../user/user.widget.ui.tsx';
import { Cell, cellOf } from './cells.tsx';
import type { FieldOf, FieldTypeName, NestedWidgets, WidgetProps, WidgetSide, WireOf } from './contract.ts';
import type { FieldJson } from './screen.ts';
import { TextInput } from './text-input.tsx';

const widgets: { readonly [Name in FieldTypeName]: WidgetSide<FieldOf<Name>, WireOf<Name>> } = {
  address: addressWidget,
  auto_number: autoNumberWidget,
  barcode: barcodeWidget,
  boolean: booleanWidget,
  child_table: childTableWidget,
  currency: currencyWidget,
  date: dateWidget,
  datetime: datetimeWidget,
  decimal: decimalWidget,
  duration: durationWidget,
  email: emailWidget,
  file: fileWidget,
  formula: formulaWidget,
  image: imageWidget,
  integer: integerWidget,
  json: jsonWidget,
  location: locationWidget,
  long_text: longTextWidget,
  looked_up: lookedUpWidget,
  lookup: lookupWidget,
  multi_lookup: multiLookupWidget,
  multi_select: multiSelectWidget,
  percent: percentWidget,
  person_name: personNameWidget,
  phone: phoneWidget,
  rating: ratingWidget,
  related_to: relatedToWidget,
  rich_text: richTextWidget,
  rollup: rollupWidget,
  select: selectWidget,
  tags: tagsWidget,
  team: teamWidget,
  text: textWidget,
  time: timeWidget,
  url: urlWidget,
  user: userWidget,
};

export function Widget(props: WidgetProps<FieldJson, unknown>): ReactNode {
  const { Widget: Side } = widgetOf(props.field);
  return <Side {...props} nested={nested} />;
}

/** What a form needs to know of a field's widget: whether it is wide, and whether it draws its own label. */
export function widgetOf(field: FieldJson): WidgetSide<FieldJson, unknown> {
  return sides.get(field.type) ?? unknownWidget;
}

/** A type that the server knows and this screen does not yet: shown, not edited. */
const unknownWidget: WidgetSide<FieldJson, unknown> = {
  Widget: ({ field: _field, name: _name, value, onChange: _onChange, ...state }) => (
    <TextInput {...state} readOnly text={value == null ? '' : JSON.stringify(value)} onText={() => undefined} />
  ),
};

// The door between JSON and the types: a record's values are of their fields' types, or texts that the form will refuse.
const sides: ReadonlyMap<string, WidgetSide<FieldJson, unknown>> = new Map(
  Object.entries(widgets as unknown as Record<string, WidgetSide<FieldJson, unknown>>),
);

const nested: NestedWidgets = { Cell, cellOf, Widget };
