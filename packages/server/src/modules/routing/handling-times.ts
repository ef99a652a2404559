import { z } from 'zod';

/** How long the last conversations of each team were held, latest last. */
export const handlingTimes = z.record(
  z.string(),
  z.array(z.object({ conversationId: z.string(), minutes: z.number() })),
);
export type HandlingTimes = z.infer<typeof handlingTimes>;

/** What one that was closed teaches. */
export interface Handled {
  readonly teamId: string;
  readonly conversationId: string;
  readonly minutes: number;
}

const kept = 30;
/** What is assumed of a team that nothing is known of, and how many observations that assumption is worth. */
const assumedMinutes = 10;
const assumedWeight = 5;
const longestMinutes = 120;

/** Adds observations, each conversation once, keeping a team's last thirty. An event that comes again changes nothing. */
export function learnHandling(known: HandlingTimes, handled: readonly Handled[]): HandlingTimes {
  const next = { ...known };
  for (const { teamId, conversationId, minutes } of handled) {
    const others = (next[teamId] ?? []).filter((it) => it.conversationId !== conversationId);
    const bounded = Math.min(longestMinutes, Math.max(0, minutes));
    next[teamId] = [...others, { conversationId, minutes: bounded }].slice(-kept);
  }
  return next;
}

/** The recent average of a team in minutes, drawn towards the assumption while little is known. */
export function averageHandling(known: HandlingTimes, teamId: string): number {
  const times = known[teamId] ?? [];
  const sum = times.reduce((total, it) => total + it.minutes, assumedMinutes * assumedWeight);
  return sum / (times.length + assumedWeight);
}
