import type { OfficialForm, OfficialReport } from '@fairlead/contract';
import { type Actor, type Caller, system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { markImpostor } from './change-entries.ts';
import type { Contact } from './check/contact.ts';
import { contactsIn } from './check/contacts-in.ts';
import { judgeContact } from './check/judge-contact.ts';
import type { EntryKey } from './check/read-entry.ts';
import type { Registry } from './check/registry.ts';
import { impostorReported, reportDecided } from './events.ts';
import { countOpenReports, countReport, decideReportRow, lockReport, mostReports } from './official-store.ts';

/**
 * Keeps what somebody says poses as us: a row for each thing, which counts. What is ours, or known already, is not taken. Answers how many were.
 */
export async function reportImpostor(
  tx: Tx,
  caller: Caller,
  registry: Registry,
  { text, form, note }: { text: string; form?: OfficialForm | undefined; note: string },
): Promise<number> {
  let taken = 0;
  const actor: Actor = caller.type === 'nobody' ? system('official-check') : caller;
  for (const { contact } of contactsIn(text, { form })) {
    const key = contact && keyOf(contact);
    if (!contact || !key) continue;
    const { verdict, reasons } = judgeContact(contact, registry);
    // A name that we have somewhere is not reported without saying where it was met.
    if (verdict === 'official' || reasons.some(({ code }) => code === 'which_platform')) continue;
    const isKnown = reasons.some(({ code }) => code === 'known_impostor');
    // Whoever floods us with inventions fills no more than a screen.
    if (isKnown || (await countOpenReports(tx)) >= mostReports) continue;
    const { id, fresh } = await countReport(tx, { id: newId(tx.now.getTime()), key, note });
    if (fresh) await announce(tx, impostorReported, { subjectId: id, actor, payload: { kind: key.kind } });
    taken++;
  }
  return taken;
}

/** Takes a report as a known impostor, or dismisses it. Throws `request.not_found`, `official.report_decided`, and `official.taken` for what is ours. */
export async function decideReport(
  tx: Tx,
  actor: Actor,
  id: string,
  { decision, note }: { decision: 'accept' | 'dismiss'; note: string },
): Promise<OfficialReport> {
  const report = await lockReport(tx, id);
  if (!report) throw fail('request.not_found');
  if (report.state !== 'open') throw fail('official.report_decided');
  if (decision === 'accept') await markImpostor(tx, actor, report, note);
  const state = decision === 'accept' ? 'accepted' : 'dismissed';
  await decideReportRow(tx, id, state);
  await announce(tx, reportDecided, { subjectId: id, actor, payload: { decision } });
  return { ...report, state };
}

function keyOf(contact: Contact): EntryKey | null {
  switch (contact.kind) {
    case 'domain':
      return { kind: 'domain', platform: null, value: contact.host };
    case 'email':
      return { kind: 'email', platform: null, value: contact.address };
    case 'handle':
      return { kind: 'handle', platform: contact.platform, value: contact.value };
    case 'phone':
    case 'app':
      return { kind: contact.kind, platform: null, value: contact.value };
    case 'dangerous':
      return null;
  }
}
