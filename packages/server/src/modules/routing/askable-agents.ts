import type { Speaker, Suitable } from './suitable-agents.ts';

/** Somebody else is asked for this long after an agent let an offer lapse or put a conversation back. */
const declinedRest = 3 * 60_000;
/** Where all who are there declined it, they are asked again after this: no endless ringing, and no lost customer. */
const onlyCandidateRest = 30_000;
/** A customer whose language nobody online writes is offered to those who write English after this. */
const englishAfter = 2 * 60_000;

/** An agent let an offer of a conversation lapse, or put it back. */
export interface Decline {
  readonly agentId: string;
  readonly at: Date;
}

interface Waiting {
  readonly queuedAt: Date | null;
  /** Since the customer began to wait. */
  readonly declines: readonly Decline[];
}

/** Who may be asked to take a conversation now; when that is nobody, in how long (milliseconds) somebody may be. */
export interface Askable {
  readonly now: readonly Speaker[];
  /** Zero while somebody may be asked; null when nobody suitable is online. */
  readonly pause: number | null;
}

/**
 * Decides whom to ask, whether or not they have room:
 * 1. those who write the language, except who declined this conversation in the last three minutes;
 * 2. when there are none, and the customer has waited two minutes, those who write English, with the same exception;
 * 3. when only such who declined are left, they are asked again after half a minute.
 * A speaker who is merely busy is waited for: one's own language soon is better than English at once.
 */
export function askableNow(waiting: Waiting, { speakers, english }: Suitable, now: Date): Askable {
  const since = new Map<string, number>();
  for (const { agentId, at } of waiting.declines) {
    const elapsed = now.getTime() - at.getTime();
    since.set(agentId, Math.min(elapsed, since.get(agentId) ?? elapsed));
  }
  const sinceDeclined = ({ agent }: Speaker) => since.get(agent.id) ?? Number.POSITIVE_INFINITY;
  const rested = (it: Speaker) => sinceDeclined(it) >= declinedRest;
  const untilAgain = (them: readonly Speaker[]) =>
    Math.max(0, onlyCandidateRest - Math.max(...them.map(sinceDeclined)));
  const again = (them: readonly Speaker[]) => them.filter((it) => sinceDeclined(it) >= onlyCandidateRest);

  const others = speakers.filter(rested);
  if (others.length > 0) return { now: others, pause: 0 };
  const untilEnglish = Math.max(0, englishAfter - (now.getTime() - (waiting.queuedAt ?? now).getTime()));
  const englishOthers = english.filter(rested);
  if (englishOthers.length > 0 && untilEnglish === 0) return { now: englishOthers, pause: 0 };

  if (speakers.length > 0) {
    const pause = untilAgain(speakers);
    if (pause === 0) return { now: again(speakers), pause };
    return { now: [], pause: englishOthers.length > 0 ? Math.min(pause, untilEnglish) : pause };
  }
  if (english.length === 0) return { now: [], pause: null };
  const pause = Math.max(untilEnglish, untilAgain(english));
  return pause === 0 ? { now: again(english), pause } : { now: [], pause };
}
