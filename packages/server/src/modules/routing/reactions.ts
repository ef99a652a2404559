import type { Platform } from '../../platform/platform.ts';
import { conversationAssigned, conversationClosed, conversationQueued } from '../conversations/index.ts';
import { agentPresenceChanged } from '../people/index.ts';
import { createThreadRisks } from '../tickets/index.ts';
import { coalesce } from './coalesce.ts';
import { learnHandlingTimes } from './learn-handling-times.ts';
import { routeWaiting } from './route-waiting.ts';

/** However little happens, offers lapse and pauses end. */
const passEvery = 5_000;

/** What this module does when others announce: anything that may let somebody be served begins a pass. */
export function registerReactions(platform: Platform): void {
  const { database, jobs, log, relay } = platform;
  const lastOffered = new Map<string, Date>();
  const risksOf = createThreadRisks();
  const route = coalesce(() => routeWaiting(platform, lastOffered, risksOf));

  // An event is only a hint that a pass may find something to do. If it fails, the next regular pass does the same work; to try each
  // event again would end in dead letters about what has long been done.
  const hint = () => route().catch((error) => log.warn({ err: error }, 'routing pass failed'));

  relay.on(conversationQueued, 'routing.queued', hint);
  relay.on(conversationClosed, 'routing.closed', hint);
  relay.on(agentPresenceChanged, 'routing.presence', hint);
  relay.on(conversationAssigned, 'routing.assigned', async (events) => {
    const leftSomebody = events.some(
      ({ payload: { before, after } }) =>
        before.assigneeId !== null && before.assigneeId !== after.assigneeId,
    );
    if (leftSomebody) await hint();
  });
  relay.on(conversationClosed, 'routing.handling_times', (events) => learnHandlingTimes(database, events));
  jobs.every('routing.pass', passEvery, route);
}
