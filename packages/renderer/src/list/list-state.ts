// What a list shows beyond its view: search, further filter, other sort. It lives in the address, so that it can be sent to a colleague.

export interface ListState {
  readonly view: string | undefined;
  readonly search: string;
  /** JSONLogic that holds beside the view's own. */
  readonly filter: unknown;
  /** `name`, or `-name` for descending; absent: the view's own. */
  readonly sort: readonly string[] | undefined;
  /** A field; `none` undoes what the view says; absent: as the view says. */
  readonly group: string | undefined;
}

/** The members of the address, as plain texts. */
export interface ListAddress {
  readonly view?: string;
  readonly q?: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly group?: string;
}

export function readListState(address: ListAddress): ListState {
  return {
    view: address.view,
    search: address.q ?? '',
    filter: parseFilter(address.filter),
    sort: address.sort?.split(',').filter((key) => key !== ''),
    group: address.group,
  };
}

export function writeListState(state: ListState): ListAddress {
  return {
    ...(state.view !== undefined && { view: state.view }),
    ...(state.search !== '' && { q: state.search }),
    ...(state.filter !== undefined && { filter: JSON.stringify(state.filter) }),
    ...(state.sort !== undefined && { sort: state.sort.join(',') }),
    ...(state.group !== undefined && { group: state.group }),
  };
}

/** The field that a table is grouped by. */
export function groupOf(state: ListState, view: { readonly group?: string }): string | undefined {
  return state.group === 'none' ? undefined : (state.group ?? view.group);
}

/** An address that somebody has cut short filters nothing. */
function parseFilter(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    const filter: unknown = JSON.parse(text);
    return filter === null ? undefined : filter;
  } catch {
    return undefined;
  }
}

/** The sort after a click on a column's head: up, down, then as the view has it. */
export function nextSort(sort: readonly string[], path: string): readonly string[] | undefined {
  if (sort[0] === path) return [`-${path}`];
  if (sort[0] === `-${path}`) return undefined;
  return [path];
}

export function directionOf(sort: readonly string[], path: string): 'asc' | 'desc' | undefined {
  if (sort.includes(path)) return 'asc';
  return sort.includes(`-${path}`) ? 'desc' : undefined;
}
