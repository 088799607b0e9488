// Rows by position from whichever end is nearer: with the number of rows known, the last ones are the first of the reverse order.
import { createCursorPager, type PageOf, type PageRequest, type Slice } from './cursor-pager.ts';

export interface TwoEndedRequest extends PageRequest {
  /** In the reverse of the order. */
  readonly backward: boolean;
}

export interface TwoEndedPager<Row> {
  slice(start: number, end: number): Promise<Slice<Row>>;
  setTotal(total: number): void;
}

export function createTwoEndedPager<Row>(
  fetchPage: (request: TwoEndedRequest) => Promise<PageOf<Row>>,
): TwoEndedPager<Row> {
  const forward = createCursorPager<Row>((request) => fetchPage({ ...request, backward: false }));
  const backward = createCursorPager<Row>((request) => fetchPage({ ...request, backward: true }));
  let total: number | undefined;

  return {
    setTotal(known) {
      total = known;
    },
    async slice(start, end) {
      if (total === undefined || start >= total) return forward.slice(start, end);
      const last = Math.min(end, total);
      if (forward.distanceTo(start) <= backward.distanceTo(total - last)) return forward.slice(start, end);
      const { rows } = await backward.slice(total - last, total - start);
      return { rows: rows.toReversed(), total };
    },
  };
}
