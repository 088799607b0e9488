// UUID v7 (RFC 9562): the time in milliseconds first, then a counter that keeps ids of one process in order, then randomness.
import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8 * 256);
let used = pool.length;
let last = 0;
let counter = 0;

export function newId(now = Date.now()): string {
  if (now > last) {
    last = now;
    counter = randomBelow(0x800);
  } else if (++counter > 0xfff) {
    last++;
    counter = 0;
  }
  const time = last.toString(16).padStart(12, '0');
  const random = take();
  const variant = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = variant.toString(16).padStart(2, '0') + random.subarray(1).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

function take(): Buffer {
  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 8;
  return pool.subarray(used - 8, used);
}

function randomBelow(limit: number): number {
  return take().readUInt16BE(0) % limit;
}
