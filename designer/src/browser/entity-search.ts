// What the address of an entity says beside its name: the field whose editor stands beside the fields, or that a new one is made,
// and the field that has just been added.

export interface EntitySearch {
  readonly field?: string;
  readonly added?: string;
  readonly add?: boolean;
}

export function readEntitySearch(search: Record<string, unknown>): EntitySearch {
  return {
    ...(typeof search['field'] === 'string' && { field: search['field'] }),
    ...(typeof search['added'] === 'string' && { added: search['added'] }),
    ...(search['add'] === true && { add: true }),
  };
}
