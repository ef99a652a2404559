import type { Macro, MacroBody } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { requireTeam, teamsOf } from '../../people/index.ts';
import { hasMacro, type MacroRecord, mayEditMacro, mayShare, refuseUnknown } from './macro-rules.ts';
import { countMacrosOf, findMacro, listMacrosFor, putMacro, readUses, removeMacro } from './macro-store.ts';

const maximum = 200;

const askerOf = async (reader: Reader, actor: AgentActor) => ({
  id: actor.id,
  manages: actor.permissions.has('tickets.manage'),
  teamIds: await teamsOf(reader, actor.id),
});

/** The macros that an agent has, with how they are used. */
export async function listMacros(reader: Reader, actor: AgentActor): Promise<Macro[]> {
  const { id, manages, teamIds } = await askerOf(reader, actor);
  return present(reader, actor, await listMacrosFor(reader, id, manages ? null : teamIds));
}

/** One of them. Throws `macro.not_found`. */
export async function macroForAgent(reader: Reader, actor: AgentActor, id: string): Promise<MacroRecord> {
  const found = await findMacro(reader, id);
  if (found && hasMacro(found, await askerOf(reader, actor))) return found;
  throw fail('macro.not_found');
}

/** Saves a new macro. Throws `access.forbidden` where the agent may not share it so, `macro.too_many` and `macro.placeholder_unknown`. */
export async function createMacro(tx: Tx, actor: AgentActor, body: MacroBody): Promise<Macro> {
  await refuse(tx, actor, body);
  if ((await countMacrosOf(tx, actor.id)) >= maximum) throw fail('macro.too_many', { maximum });
  return put(tx, actor, { ...body, id: newId(tx.now.getTime()), ownerId: actor.id, updatedAt: tx.now });
}

/** Writes a macro anew. Throws `macro.not_found`, or `access.forbidden` where it is not theirs to change or to share so. */
export async function updateMacro(tx: Tx, actor: AgentActor, id: string, body: MacroBody): Promise<Macro> {
  const { ownerId } = await editable(tx, actor, id);
  await refuse(tx, actor, body);
  // What was everybody's does not become the private property of whoever saved it first.
  return put(tx, actor, { ...body, id, ownerId, updatedAt: tx.now });
}

/** Removes a macro. Throws as changing it does. */
export async function deleteMacro(tx: Tx, actor: AgentActor, id: string): Promise<void> {
  await editable(tx, actor, id);
  await removeMacro(tx, id);
}

async function editable(tx: Tx, actor: AgentActor, id: string): Promise<MacroRecord> {
  const found = await macroForAgent(tx, actor, id);
  if (!mayEditMacro(found, await askerOf(tx, actor))) throw fail('access.forbidden');
  return found;
}

async function refuse(tx: Tx, actor: AgentActor, { sharing, texts }: MacroBody): Promise<void> {
  refuseUnknown(texts);
  if (typeof sharing === 'object') await requireTeam(tx, sharing.teamId);
  if (!mayShare(sharing, await askerOf(tx, actor))) throw fail('access.forbidden');
}

async function put(tx: Tx, actor: AgentActor, record: MacroRecord): Promise<Macro> {
  await putMacro(tx, record);
  const [shown] = await present(tx, actor, [record]);
  if (!shown) throw new Error('a macro has no view');
  return shown;
}

async function present(reader: Reader, actor: AgentActor, records: readonly MacroRecord[]): Promise<Macro[]> {
  const asker = await askerOf(reader, actor);
  const uses = await readUses(
    reader,
    records.map(({ id }) => id),
  );
  return records.map((record) => ({
    ...record,
    editable: mayEditMacro(record, asker),
    uses: uses.get(record.id)?.uses ?? 0,
    usedAt: uses.get(record.id)?.usedAt.toISOString() ?? null,
    updatedAt: record.updatedAt.toISOString(),
  }));
}
