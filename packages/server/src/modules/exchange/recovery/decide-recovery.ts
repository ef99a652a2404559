import { type AgentActor, system } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { changeRecovery } from './change-recovery.ts';
import { approve, isOpen, object, passTime, prove, type RecoveryRecord, refuse } from './ladder.ts';
import { readObjection } from './objection-link.ts';
import { findRecovery, listDue, lockOpenOf, lockRecovery, lockUid } from './recovery-store.ts';

export type Decision = 'document' | 'approve' | 'refuse';

/**
 * An agent says what they saw or decide, and by what. The account's number is held meanwhile, so that of two that are agreed to at once the later sees
 * the other. Throws `recovery.not_found`, and as the ladder does.
 */
export function decideRecovery(
  platform: Platform,
  actor: AgentActor,
  id: string,
  decision: Decision,
  note: string,
): Promise<RecoveryRecord> {
  return platform.database.write(async (tx) => {
    const named = await findRecovery(tx, id);
    if (!named) throw fail('recovery.not_found');
    await lockUid(tx, named.uid);
    const open = await lockOpenOf(tx, named.uid);
    const locked = open.find((it) => it.id === id) ?? (await lockRecovery(tx, id));
    if (!locked) throw fail('recovery.not_found');
    const rivals = open.filter((it) => it.id !== id && isOpen(passTime(it, tx.now)));
    // What time has done counts, whether or not its turn has come.
    const before = passTime(locked, tx.now);
    const decided =
      decision === 'document'
        ? prove(before, 'document', tx.now)
        : decision === 'approve'
          ? approve(before, actor.id, tx.now, rivals.length)
          : refuse(before, actor.id);
    const written = { by: actor.id, at: tx.now.toISOString(), text: note };
    const after = { ...decided, notes: [...before.notes, written] };
    await changeRecovery(tx, platform, actor, locked, after);
    return after;
  });
}

/** Whose account it is stops it, by the link of a letter. Throws `recovery.not_found`, `recovery.decided`. */
export async function objectToRecovery(platform: Platform, token: string): Promise<void> {
  const id = readObjection(platform.keys, token);
  if (id === null) throw fail('recovery.not_found');
  await platform.database.write(async (tx) => {
    const before = await lockRecovery(tx, id);
    if (!before) throw fail('recovery.not_found');
    await changeRecovery(tx, platform, system('recovery'), before, object(passTime(before, tx.now)));
  });
}

/** Does what time does: cooling-off ends, proofs that never came are given up. */
export async function passRecoveries(platform: Platform): Promise<void> {
  const { clock, database } = platform;
  for (const id of await listDue(database.reader(), clock.now())) {
    await database.write(async (tx) => {
      const before = await lockRecovery(tx, id);
      if (before) await changeRecovery(tx, platform, system('recovery'), before, passTime(before, tx.now));
    });
  }
}
