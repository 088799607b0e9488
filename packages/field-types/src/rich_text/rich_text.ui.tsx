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

/** The server has sanitized it: tags are well formed, and only these characters are written as entities. */
function plainText(html: string): string {
  const lines = html.replace(/<br\s*\/?>|<\/(p|li|h[1-6]|div|tr)>/g, '\n').replace(/<[^>]*>/g, '');
  return lines.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_whole, name: string) => entities[name] ?? '').trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
