// How formatted text looks in lists and in read mode: its words.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const richTextCell: CellSide<FieldOf<'rich_text'>, WireOf<'rich_text'>> = {
  Cell: RichTextCell,
  align: 'start',
  width: 280,
};

function RichTextCell({ value, density }: CellProps<FieldOf<'rich_text'>, WireOf<'rich_text'>>): ReactNode {
  return <Line density={density}>{plainText(value)}</Line>;
}

function plainText(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return (parsed.body.textContent ?? '').trim();
}
