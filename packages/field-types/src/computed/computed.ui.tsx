// How a computed value looks where the type of what it gives is not known: as plain text.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { Density } from '../ui/contract.ts';
import { plainText } from './plain-text.ts';

export const computedSide = { Cell: ComputedCell, align: 'start', width: 160 } as const;

function ComputedCell({ value, density }: { readonly value: unknown; readonly density: Density }): ReactNode {
  return <Line density={density}>{plainText(value)}</Line>;
}
