import { officialKinds, officialStandings } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** The registry says something else than before. The subject is the entry. */
export const officialEntryChanged = eventType(
  'official.entry_changed',
  z.object({
    change: z.enum(['added', 'changed', 'retired', 'restored']),
    standing: z.enum(officialStandings),
    kind: z.enum(officialKinds),
  }),
);

/** Somebody was reported who poses as us. The subject is the report. */
export const impostorReported = eventType(
  'official.impostor_reported',
  z.object({ kind: z.enum(officialKinds) }),
);

/** A report was decided. The subject is the report. */
export const reportDecided = eventType(
  'official.report_decided',
  z.object({ decision: z.enum(['accept', 'dismiss']) }),
);
