// Reads what stands between marks that open and close: the operands of a function, the members of a list.
import type { Expression } from '../ast.ts';
import { isMark, peek, rangeOf, take, tell, type Read, type Reading } from './reading.ts';
import { written } from './tokens.ts';

/** `after` is told each one as soon as it is read, and gives what it stands for. */
export function readItems(
  reading: Reading,
  read: Read,
  after: (item: Expression, index: number) => readonly Expression[] = (item) => [item],
): readonly Expression[] {
  const opening = take(reading);
  const close = opening.text === '(' ? ')' : '}';
  const items: Expression[] = [];
  while (!isMark(peek(reading), close) && peek(reading).kind !== 'end') {
    items.push(...after(read(reading), items.length));
    skipToEndOfItem(reading, close);
    if (!isMark(peek(reading), ',')) break;
    take(reading);
    if (isMark(peek(reading), close)) items.push(read(reading));
  }
  if (isMark(peek(reading), close)) take(reading);
  else tell(reading, { range: rangeOf(opening), code: notClosed[opening.text === '(' ? '(' : '{'], params: {} });
  return items;
}

export const notClosed = { '(': 'parenthesis_not_closed', '{': 'list_not_closed' } as const;

/** What stands behind a whole item belongs to none; reading goes on with the next one. */
function skipToEndOfItem(reading: Reading, close: string): void {
  const extra = peek(reading);
  const isEnd = () => isMark(peek(reading), ',') || isMark(peek(reading), close) || peek(reading).kind === 'end';
  if (isEnd()) return;
  tell(reading, { range: rangeOf(extra), code: 'unexpected', params: { token: written(extra) } });
  for (let open = 0; peek(reading).kind !== 'end' && (open > 0 || !isEnd()); take(reading)) {
    const { kind, text } = peek(reading);
    if (kind === 'mark' && (text === '(' || text === '{')) open += 1;
    if (kind === 'mark' && (text === ')' || text === '}')) open -= 1;
  }
}
