import type { TicketView, viewBody } from '@fairlead/contract';
import type { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { requireTeam, teamsOf } from '../people/index.ts';
import { countViewsOf, findView, listViewsFor, putView, removeView, type ViewRecord } from './view-store.ts';

type Body = z.output<typeof viewBody>;
const maximum = 50;

/** The views that an agent has: their own, those of their teams, and those for all. */
export async function listViews(reader: Reader, actor: AgentActor): Promise<TicketView[]> {
  const views = await listViewsFor(reader, actor.id, await teamsOf(reader, actor.id));
  return views.map((view) => presentView(view, actor));
}

/** One of them. Throws `ticket.view_not_found`. */
export async function viewForAgent(reader: Reader, actor: AgentActor, id: string): Promise<ViewRecord> {
  const view = await findView(reader, id);
  if (view && (await has(reader, actor, view))) return view;
  throw fail('ticket.view_not_found');
}

/** Saves a new view. Throws `access.forbidden` where the agent may not share it so, and `ticket.too_many_views`. */
export async function createView(tx: Tx, actor: AgentActor, body: Body): Promise<TicketView> {
  await refuseSharing(tx, actor, body);
  if ((await countViewsOf(tx, actor.id)) >= maximum) throw fail('ticket.too_many_views', { maximum });
  const view = { ...body, id: newId(), ownerId: actor.id, updatedAt: tx.now };
  await putView(tx, view);
  return presentView(view, actor);
}

/** Changes a view. Throws `ticket.view_not_found`, or `access.forbidden` where it is not theirs to change or to share so. */
export async function updateView(tx: Tx, actor: AgentActor, id: string, body: Body): Promise<TicketView> {
  const before = await editable(tx, actor, id);
  await refuseSharing(tx, actor, body);
  const view = { ...body, id, ownerId: before.ownerId, updatedAt: tx.now };
  await putView(tx, view);
  return presentView(view, actor);
}

/** Removes a view. Throws as changing it does. */
export async function deleteView(tx: Tx, actor: AgentActor, id: string): Promise<void> {
  await editable(tx, actor, id);
  await removeView(tx, id);
}

async function editable(tx: Tx, actor: AgentActor, id: string): Promise<ViewRecord> {
  const view = await viewForAgent(tx, actor, id);
  if (!mayEdit(view, actor)) throw fail('access.forbidden');
  return view;
}

const mayEdit = (view: ViewRecord, actor: AgentActor) =>
  view.ownerId === actor.id || (view.sharing !== 'personal' && actor.permissions.has('tickets.manage'));

async function has(reader: Reader, actor: AgentActor, { ownerId, sharing }: ViewRecord): Promise<boolean> {
  if (ownerId === actor.id || sharing === 'all') return true;
  return typeof sharing === 'object' && (await teamsOf(reader, actor.id)).includes(sharing.teamId);
}

async function refuseSharing(tx: Tx, actor: AgentActor, { sharing }: Body): Promise<void> {
  if (sharing === 'personal') return;
  if (typeof sharing === 'object') await requireTeam(tx, sharing.teamId);
  if (actor.permissions.has('tickets.manage')) return;
  const own = typeof sharing === 'object' && (await teamsOf(tx, actor.id)).includes(sharing.teamId);
  if (!own) throw fail('access.forbidden');
}

function presentView(view: ViewRecord, actor: AgentActor): TicketView {
  return { ...view, updatedAt: view.updatedAt.toISOString(), editable: mayEdit(view, actor) };
}
