import { z } from 'zod';
import { fail } from '../fail.ts';

/** How far a dry run has come: how much it has looked at, and the last thing of it. */
export interface DryRunProgress {
  readonly scanned: number;
  readonly total: number;
  readonly at: string;
  readonly id: string;
}

const written = z.object({
  scanned: z.number().int().min(0),
  total: z.number().int().min(0),
  at: z.iso.datetime(),
  id: z.uuid(),
});

/** The place as clients hold it. */
export const writeProgress = (progress: DryRunProgress) =>
  Buffer.from(JSON.stringify(progress)).toString('base64url');

/** The place that a client came back with; null for the beginning. Throws `request.invalid` for one that is none. */
export function readProgress(cursor: string | null): DryRunProgress | null {
  if (cursor === null) return null;
  try {
    return written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw fail('request.invalid', { field: 'cursor' });
  }
}
