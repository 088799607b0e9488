// A record's values by field, as the wire carries them or as a form has them now.
export type RecordData = Readonly<Record<string, unknown>>;
