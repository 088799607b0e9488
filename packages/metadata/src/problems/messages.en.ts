// What is said in English about metadata that does not hold: the message, and the way out. `{name}` stands for a parameter.

export const english = {
  // Files and documents
  invalid_json: ['This is not JSON: “{found}” is not expected here.', 'See line {line}, column {column}.'],
  unfinished_json: [
    'This JSON is not finished.',
    'It ends in line {line}, column {column}; a bracket or a quote is missing.',
  ],
  repeated_member: ['The member “{name}” stands in its object twice.', 'See line {line}; take one away.'],
  wrong_folder: ['By its `$schema` this is of kind {kind}, but it stands in {found}.', 'Move it to {folder}.'],
  unknown_folder: ['A template has no folder “{folder}”.', 'The folders are: {known}.'],
  unexpected_file: ['“{file}” is not an item of a template.', 'An item is a .json file in the folder of its kind.'],
  unreadable_file: ['This file cannot be read: {reason}', 'Check that it exists and may be read.'],
  missing_template: [
    'This folder has no template.json.',
    'Write one: it says the name, version and format of the template.',
  ],
  name_differs: ['The item is called “{name}”, its file “{expected}”.', 'Give both the same name.'],
  unknown_kind: ['There is no kind of item called “{kind}”.', 'The kinds are: {known}.'],
  newer_format: [
    'This was written in format {format}; this version of Trellis knows up to {known}.',
    'Upgrade Trellis.',
  ],
  invalid_format: ['“{format}” is not the number of a metadata format.', 'The current format is {known}.'],
  duplicate_name: ['There are two items of kind {kind} called “{name}”.', 'Rename one of them.'],
  duplicate_id: [
    '“{other}” has the id “{id}” as well.',
    'An id belongs to one item for ever; leave it out for a new one.',
  ],
  nothing_below: [
    '“{layer}” changes {kind} “{name}”, which no layer below it has.',
    'Write the whole item, or take away the change.',
  ],
  extends_cycle: ['These templates extend each other: {names}.', 'Take away one `extends`.'],

  // Shape
  missing_member: ['The member “{member}” is missing.', 'Add it.'],
  unknown_member: ['There is no member “{name}”.', 'Leave it out, or check its spelling.'],
  too_few: ['There are not enough entries here.', 'At least {min} are needed.'],
  wrong_type: ['This must be {expected}, not {actual}.', 'See the JSON Schema of this kind.'],
  not_allowed: ['{value} is not allowed here.', 'Allowed: {allowed}.'],
  bad_name: ['“{name}” is not a name.', 'A name begins with a letter and has at most 50 of a-z, 0-9 and _.'],
  bad_path: ['“{path}” is not a path to a field.', 'Write field names with dots between them, such as author.name.'],
  bad_shape: ['This does not have the expected form ({keyword}).', 'See the JSON Schema of this kind.'],
  reserved_name: ['The name “{name}” is the engine’s own.', 'Choose another name.'],
  unsafe_name: ['The name “{name}” means something to JavaScript.', 'Choose another name.'],
  unknown_field_type: ['There is no field type “{type}”.', 'The types are: {known}.'],

  // References
  unknown_template: ['There is no template “{name}”.', 'Install it first, or take away the reference.'],
  unknown_option_set: ['There is no option set “{name}”.', 'Add it to option_sets, or name another one.'],
  unknown_calendar: ['There is no calendar “{name}”.', 'Add it to calendars, or name another one.'],
  unknown_exchange_rate: ['There are no exchange rates “{name}”.', 'Add them to exchange_rates, or name others.'],
  unknown_entity: ['There is no entity “{name}”.', 'Add it to entities, or name another one.'],
  unknown_form: ['There is no form “{name}”.', 'Add it to forms, or name another one.'],
  unknown_view: ['There is no view “{name}”.', 'Add it to views, or name another one.'],
  unknown_page: ['There is no page “{name}”.', 'Add it to pages, or name another one.'],
  unknown_app: ['There is no app “{name}”.', 'Add it to apps, or name another one.'],
  unknown_role: ['There is no role “{name}”.', 'Add it to roles, or name another one.'],
  unknown_sample_data: ['There is no sample data “{name}”.', 'Add it to sample_data, or name another one.'],
  unknown_field: ['“{entity}” has no field “{field}”.', 'Add the field, or name another one.'],
  unknown_record: ['No sample record has the $id “{id}”.', 'Add the record, or name another one.'],
  duplicate_record: ['Two sample records have the $id “{id}”.', 'Give one of them another $id.'],
  record_of_other_entity: [
    'The sample record “{id}” is a record of “{entity}”.',
    'Name a record of the entity that the field leads to.',
  ],
  other_entity: ['The {kind} “{name}” is about “{actual}”, not about “{entity}”.', 'Name one of “{entity}”.'],
  not_a_relation: ['“{field}” of “{entity}” leads to no other record.', 'Only a look-up may be followed by a dot.'],
  leads_to_many: ['“{field}” of “{entity}” leads to many records.', 'A path goes through look-ups of one record only.'],
  not_a_lookup_to: [
    '“{field}” of “{owner}” is not a look-up of “{entity}”.',
    'Name a look-up of “{owner}” that leads to “{entity}”.',
  ],

  // Fitness
  unfit_title: ['“{field}” ({type}) cannot be the title of a record.', 'Name a field whose value is text or a number.'],
  not_sortable: ['Records cannot be sorted by “{field}” ({type}).', 'Sort by another field.'],
  not_groupable: ['Records cannot be grouped by “{field}” ({type}).', 'Group by another field.'],
  not_searchable: ['Search cannot look into “{field}” ({type}).', 'Name text fields.'],
  not_a_choice: ['“{field}” ({type}) is not a select.', 'Name a field with an option set and one value.'],
  not_a_moment: ['“{field}” ({type}) is not a date.', 'Name a date or datetime field.'],
  not_measurable: ['“{function}” of “{field}” ({type}) does not exist.', 'For this field: {allowed}.'],
  not_a_list_of_rows: ['“{field}” ({type}) has no rows.', 'Only a child table has columns.'],
  not_stored: ['“{field}” ({type}) has no column in the table.', 'Name a stored field.'],
  not_uniquable: ['A field of type {type} cannot be unique.', 'Take away `unique`.'],
  needless_default: ['The engine sets this field ({type}); a default has no effect.', 'Take away `default`.'],
  never_written: ['A computed field ({type}) is never written; `{member}` has no effect.', 'Take away `{member}`.'],
  not_of_result: [
    'A value of type {returns} has no `{member}`.',
    'Take away `{member}`, or give another type in `returns`.',
  ],
  not_indexable: [
    'This {type} field cannot be indexed: it depends on other records, the clock or who asks, or PostgreSQL has no index for what it works out.',
    'Take away `indexed`.',
  ],
  not_single: ['“{field}” ({type}) is not one value of one column.', 'Name a field with a single value.'],
  mixed_currencies: [
    'The amounts of “{field}” are in different currencies.',
    'Gather a formula that converts them to one currency.',
  ],
  computed_in_circle: ['This field is worked out from itself: {way}.', 'Break the circle at one of these fields.'],
  not_fillable: [
    'A fill cannot set “{field}” ({type}).',
    'Name a field that people write, and whose value stands in the record’s own row.',
  ],
  leads_elsewhere: [
    '“{field}” leads to records of “{actual}”, not of “{wanted}”.',
    'Take the value from a field that leads to “{wanted}”.',
  ],
  filled_in_circle: [
    'What this field is filled in with depends on the field itself: {way}.',
    'Break the circle at one of these fields.',
  ],
  never_hidden: [
    'This field is always visible; `when_hidden` has no effect.',
    'Say in `visible` of the field when it is; a form hides it on the screen only.',
  ],
  not_clearable: ['“{field}” ({type}) cannot be cleared by hiding it.', 'Take away `when_hidden`.'],
  cleared_by_asker: [
    'Whether this field is visible depends on who asks; what one person does not see would be cleared for all.',
    'Take `$user` out of `visible`, or keep the value.',
  ],
  duplicate_entry: ['“{name}” stands here twice.', 'Take one away.'],
  duplicate_column: ['“{field}” brings the column “{column}”, which is there already.', 'Rename one of the two.'],
  duplicate_default: ['“{other}” is the default {kind} of “{entity}” as well.', 'Let only one of them be the default.'],
  unknown_value: ['The option set “{name}” has no value “{value}”.', 'Add the value, or write another one.'],
  unknown_parent: [
    'The option set has no `parent`, so that the values’ `parent` means nothing.',
    'Name the parent option set.',
  ],
  worked_and_off: ['{date} is a holiday and a working day at once.', 'Take it away from one of the two.'],
  hours_backwards: [
    'The hours from {from} to {to} do not go forward.',
    'Hours past midnight are two: until 24:00, and from 00:00 of the next day.',
  ],
  hours_overlap: ['The hours from {from} begin before {ended}, when those above them end.', 'Put them in order.'],
  unknown_time_zone: ['There is no time zone “{zone}”.', 'Write an IANA name, such as Asia/Shanghai.'],
  same_currency: ['The rates lead from {currency} to {currency}.', 'Name two currencies.'],
  duplicate_pair: ['“{other}” has the rates from {from} to {to} as well.', 'Keep the rates of a pair in one item.'],
  rate_of_zero: ['A rate is more than zero.', 'Write how much {to} one {from} is.'],
  inexact_number: ['A number of more than {max} digits is not exact.', 'Write it as text, in quotes.'],
  unknown_scope: ['“{scope}” is not a scope.', 'The scopes are: {known}.'],
  misplaced_scope: [
    'A scope may only stand among conditions joined by and, or, and not.',
    'Move it out of the operator around it.',
  ],
  too_many_fields: ['There are {count} fields; at most {max} are taken.', 'Move some to an entity of their own.'],
  no_language: ['This label speaks no language of the product.', 'Write it in at least one of: {known}.'],

  // What is stored
  duplicate_values: [
    '“{field}” cannot be unique: {groups} value(s) stand in several records, {records} records in all.',
    'Let each value stand in one record first.',
  ],
  duplicate_index: [
    'The index “{name}” of “{other}” would have the same name.',
    'Rename the index or the field, or leave it without an index.',
  ],
  nobody_designs: [
    'Without the right “designer” of the role “{name}”, nobody could change the model any more.',
    'Leave it the right, or give a role with it to somebody first.',
  ],
} as const satisfies { readonly [code: string]: readonly [message: string, hint: string] };
