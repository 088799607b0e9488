// A card held by keyboard goes to the next column with each arrow key.
import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

export const nextColumnCoordinates: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const columns = context.droppableContainers
    .getEnabled()
    .flatMap(({ rect }) => (rect.current ? [rect.current] : []))
    .sort((a, b) => a.left - b.left);
  const held = context.collisionRect;
  const middle = (held?.left ?? currentCoordinates.x) + (held?.width ?? 0) / 2;
  const at = columns.findIndex(({ left, right }) => middle >= left && middle <= right);
  const next = columns[Math.min(Math.max(at + step, 0), columns.length - 1)];
  return next && { x: next.left + 8, y: Math.max(next.top + 48, currentCoordinates.y) };
};
