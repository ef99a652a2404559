import { fail } from '../../../platform/fail.ts';
import { blankMemory, type Memory, memorySchema } from '../decide/memory.ts';

/** A memory as whoever tries the assistant out carries it from one question to the next. */
export const packMemory = (memory: Memory): string => JSON.stringify(memory);

/** The same back; a blank one without. Throws `request.invalid` for what is none. */
export function unpackMemory(packed: string | undefined): Memory {
  if (packed === undefined) return blankMemory;
  try {
    return memorySchema.parse(JSON.parse(packed));
  } catch {
    throw fail('request.invalid', { field: 'memory' });
  }
}
