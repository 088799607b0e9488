// How it looks where nothing is known but the field.
import { computedSide } from '../computed/computed.ui.tsx';
import type { CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const formulaCell: CellSide<FieldOf<'formula'>, WireOf<'formula'>> = computedSide;
