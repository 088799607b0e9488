// The functions that expressions call in SQL, in an order in which they can be made.
import { powerFunction } from './power.ts';
import { roundHalfEvenFunction } from './round-half-even.ts';
import { squareRootFunction } from './square-root.ts';
import type { SqlFunction } from './sql-function.ts';

export const sqlFunctions: readonly SqlFunction[] = [powerFunction, squareRootFunction, roundHalfEvenFunction];
