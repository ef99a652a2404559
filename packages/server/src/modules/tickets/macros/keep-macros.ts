import type { Macro, MacroBody } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { requireTeam, teamsOf } from '../../people/index.ts';
import { noteTexts, sourceOf } from '../../translation/index.ts';
import { requireNamed } from '../require-named.ts';
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
  const found = await findMacroFor(reader, actor, id);
  if (!found) throw fail('macro.not_found');
  return found;
}

/** One that an agent has, or undefined. */
export async function findMacroFor(
  reader: Reader,
  actor: AgentActor,
  id: string,
): Promise<MacroRecord | undefined> {
  const found = await findMacro(reader, id);
  return found && hasMacro(found, await askerOf(reader, actor)) ? found : undefined;
}

/** Saves a new macro. Throws `access.forbidden` where the agent may not share it so, `macro.too_many`, `macro.placeholder_unknown`, and what it names and is not there. */
export async function createMacro(tx: Tx, actor: AgentActor, body: MacroBody): Promise<Macro> {
  await refuseSharing(tx, actor, body);
  if ((await countMacrosOf(tx, actor.id)) >= maximum) throw fail('macro.too_many', { maximum });
  return view(tx, actor, await keepMacro(tx, actor.id, body));
}

/** Saves a macro of somebody's, for use cases that have let them. Throws `macro.placeholder_unknown`, and what it names and is not there. */
export async function keepMacro(
  tx: Tx,
  ownerId: string,
  body: MacroBody,
  id = newId(tx.now.getTime()),
): Promise<MacroRecord> {
  refuseUnknown(body.texts);
  await requireNamed(tx, body.actions);
  const former = await findMacro(tx, id);
  const record = { ...body, id, ownerId, updatedAt: tx.now };
  await putMacro(tx, record);
  const sourced = (texts: MacroBody['texts']) => ({ texts, source: sourceOf(texts) });
  await noteTexts(tx, { kind: 'macro', id }, former ? sourced(former.texts) : null, sourced(body.texts));
  return record;
}

/** Writes a macro anew. Throws `macro.not_found`, or `access.forbidden` where it is not theirs to change or to share so. */
export async function updateMacro(tx: Tx, actor: AgentActor, id: string, body: MacroBody): Promise<Macro> {
  const { ownerId } = await editable(tx, actor, id);
  await refuseSharing(tx, actor, body);
  // What was everybody's does not become the private property of whoever saved it first.
  return view(tx, actor, await keepMacro(tx, ownerId, body, id));
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

async function refuseSharing(tx: Tx, actor: AgentActor, { sharing }: MacroBody): Promise<void> {
  if (typeof sharing === 'object') await requireTeam(tx, sharing.teamId);
  if (!mayShare(sharing, await askerOf(tx, actor))) throw fail('access.forbidden');
}

async function view(tx: Tx, actor: AgentActor, record: MacroRecord): Promise<Macro> {
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
