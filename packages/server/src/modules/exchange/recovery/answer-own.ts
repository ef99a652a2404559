import type { ActivityQuestion } from '@fairlead/contract';
import { activityTries } from '@fairlead/contract';
import type { CustomerActor } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countAttempt, mailedCodeThrottles } from '../../access/index.ts';
import { holderOfUid } from '../../people/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import {
  type ActivityAnswers,
  type ActivityFacts,
  answersAreRight,
  questionsOf,
} from './activity-questions.ts';
import { changeRecovery } from './change-recovery.ts';
import { passTime, prove, type RecoveryRecord, tryAnswers } from './ladder.ts';
import { openOwn } from './prove-own.ts';
import { readActivity } from './read-activity.ts';
import { lockRecovery, saveRecovery } from './recovery-store.ts';

type Ground = { platform: Platform; connector: ExchangeConnector };

/** Throws `server.unavailable` while the exchange is silent. */
async function activityOf({ platform, connector }: Ground, it: RecoveryRecord): Promise<ActivityFacts> {
  const reader = platform.database.reader();
  const holder = it.holderId === null ? null : await holderOfUid(reader, it.uid);
  const facts = await readActivity(connector, holder, it.requestedAt);
  if (!facts) throw fail('server.unavailable');
  return facts;
}

/** The questions about the account that is asked for. Throws as `openOwn` does, and `server.unavailable`. */
export async function askOwn(
  ground: Ground,
  caller: CustomerActor,
  ticketId: string,
): Promise<{ questions: ActivityQuestion[]; triesLeft: number }> {
  const record = await openOwn(ground.platform, caller, ticketId);
  const secret = ground.platform.keys.derive('recovery-questions');
  const { uid, requestedAt: begun } = record;
  return {
    questions: questionsOf(await activityOf(ground, record), { uid, secret, begun }),
    triesLeft: Math.max(0, activityTries - record.activityTries),
  };
}

/**
 * Judges answers to all of them. The try is counted and committed before, so that many at once are not more. Nothing of the answers is kept. Throws as
 * `openOwn` does, `recovery.no_tries_left`, `recovery.wrong_answers`, `access.too_many_attempts`, `server.unavailable`.
 */
export async function answerOwn(
  ground: Ground,
  caller: CustomerActor,
  ticketId: string,
  { answers, from }: { answers: ActivityAnswers; from: string },
): Promise<RecoveryRecord> {
  const { platform } = ground;
  const { database } = platform;
  const open = await openOwn(platform, caller, ticketId);
  // Of one account, whatever the number of tickets on which it is asked for.
  await countAttempt(platform, await mailedCodeThrottles(database.reader(), `answers:${open.uid}`, from));
  const facts = await activityOf(ground, open);
  const tried = await database.write(async (tx) => {
    const locked = await lockRecovery(tx, open.id);
    if (!locked) throw fail('recovery.not_found');
    const counted = tryAnswers(locked);
    await saveRecovery(tx, counted);
    return counted;
  });
  if (!answersAreRight(facts, answers))
    throw fail('recovery.wrong_answers', { count: activityTries - tried.activityTries });
  return database.write(async (tx) => {
    const before = await lockRecovery(tx, open.id);
    if (!before) throw fail('recovery.not_found');
    const after = prove(passTime(before, tx.now), 'own_activity', tx.now);
    await changeRecovery(tx, platform, caller, before, after);
    return after;
  });
}
