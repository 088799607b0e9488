// Rows by position over an API that only knows "after this cursor". Keeps the cursor at the end of every page it has read, starts
// from the nearest one before the wanted rows, and walks to far rows in large steps that carry nothing but ids.

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; `null` after the last. */
  readonly after: string | null;
}

export interface PageRequest {
  readonly after: string | undefined;
  readonly limit: number;
  /** The rows are only walked over: their values are of no use. */
  readonly skipping: boolean;
}

export interface Slice<Row> {
  readonly rows: readonly Row[];
  /** How many rows there are in all, once the end has been seen. */
  readonly total: number | undefined;
}

export interface CursorPager<Row> {
  slice(start: number, end: number): Promise<Slice<Row>>;
  /** How many rows would have to be walked over to reach `start`. */
  distanceTo(start: number): number;
}

/** As many as the server gives at once. */
export const largestPage = 500;

export function createCursorPager<Row>(fetchPage: (request: PageRequest) => Promise<PageOf<Row>>): CursorPager<Row> {
  const cursors = new Map<number, string | undefined>([[0, undefined]]);
  let total: number | undefined;
  let walking: Promise<unknown> = Promise.resolve();

  const nearest = (position: number): number => {
    let best = 0;
    for (const known of cursors.keys()) if (known <= position && known > best) best = known;
    return best;
  };
  const read = async (position: number, limit: number, skipping: boolean): Promise<readonly Row[]> => {
    const page = await fetchPage({ after: cursors.get(position), limit, skipping });
    const next = position + page.rows.length;
    if (page.after === null) total = next;
    else cursors.set(next, page.after);
    return page.rows;
  };
  const reach = async (start: number): Promise<void> => {
    let position = nearest(start);
    while (position < start && (total === undefined || position < total)) {
      await read(position, Math.min(largestPage, start - position), true);
      const next = nearest(start);
      if (next === position) return;
      position = next;
    }
  };

  return {
    distanceTo: (start) => start - nearest(start),
    async slice(start, end) {
      // One walk at a time: the second finds the cursors that the first has left.
      const reached = walking.then(() => reach(start));
      walking = reached.catch(() => undefined);
      await reached;
      if (total !== undefined && start >= total) return { rows: [], total };
      const rows: Row[] = [];
      let position = start;
      while (position < end && (total === undefined || position < total)) {
        if (!cursors.has(position)) break;
        const page = await read(position, Math.min(largestPage, end - position), false);
        if (page.length === 0) break;
        rows.push(...page);
        position += page.length;
      }
      return { rows, total };
    },
  };
}
