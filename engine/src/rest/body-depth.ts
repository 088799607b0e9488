// Bodies that nest without end are refused before anything walks them: recursion over them would exhaust the stack.
import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '../problems/problem.ts';

/** Metadata with expressions as deep as they may be, inside a draft, stay well below. */
const deepest = 200;

export function refuseDeepBody(request: Request, _response: Response, next: NextFunction): void {
  refuseDeep(request.body);
  next();
}

/** @throws malformed_request */
export function refuseDeep(value: unknown, room = deepest): void {
  if (typeof value !== 'object' || value === null) return;
  if (room === 0) throw new Refusal('malformed_request', { reason: `more than ${deepest} levels` });
  for (const member of Array.isArray(value) ? value : Object.values(value)) refuseDeep(member, room - 1);
}
