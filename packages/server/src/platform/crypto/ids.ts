import { randomFillSync } from 'node:crypto';

/** Random bytes ahead of need: to ask the system for each id costs more than the rest of it. Never one twice. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function takeRandom(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return Buffer.from(pool.subarray(used - 16, used));
}

let lastTime = 0;
let counter = 0;

/** Forgets which ids were made: for tests that share a process, since the clock of one may have been ahead of that of the next. */
export function forgetIds(): void {
  lastTime = 0;
}

/**
 * A UUID of version 7 (RFC 9562, section 5.7): the time in milliseconds, then a counter that keeps the ids of one process in order
 * within a millisecond (method 1 of section 6.2), then 62 random bits.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastTime++;
    counter = 0;
  }
  const bytes = takeRandom();
  bytes.writeUIntBE(lastTime, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
