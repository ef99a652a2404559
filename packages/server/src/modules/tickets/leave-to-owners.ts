import type { Tx } from '../../platform/database/database.ts';
import { makeMacrosPersonal } from './macros/macro-store.ts';
import { makeViewsPersonal } from './view-store.ts';

/** A team goes: the views and macros that were shared with it stay with their owners, as personal ones. Answers their ids. */
export async function leaveToOwners(tx: Tx, teamId: string): Promise<{ views: string[]; macros: string[] }> {
  return { views: await makeViewsPersonal(tx, teamId), macros: await makeMacrosPersonal(tx, teamId) };
}
