// How the parts of a record page open its form: with values that are changed already, and what the server says about them.
import type { FieldProblem } from '@trellis/client/problem';
import type { RecordData } from '../model.ts';

export type Edit = (values?: RecordData, problems?: readonly FieldProblem[]) => void;
