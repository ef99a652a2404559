import { closeCodes } from '@fairlead/contract';
import { z } from 'zod';
import type { LiveSocket } from '../../platform/live/socket.ts';
import type { Platform } from '../../platform/platform.ts';
import { listLiveSessions } from './session-store.ts';

const topic = 'sessions';
const notice = z.union([
  z.object({ sessionId: z.string() }),
  z.object({ accountId: z.string() }),
  z.object({ everybody: z.literal(true) }),
]);
/** Whose sockets no longer have the rights they were opened with. */
export type SessionNotice = z.infer<typeof notice>;

/** Tells every node. */
export function noticeSessions(platform: Pick<Platform, 'bus'>, changed: SessionNotice): void {
  platform.bus.publish(topic, JSON.stringify(changed));
}

/**
 * Keeps the sockets of this node in step with agents' sessions: those of a session that ended are refused; those of an agent whose
 * rights changed are sent away to come back with the rights they now have. Where notices may have been missed, and when a
 * socket opens (the notice may have passed while it did), the database is asked.
 */
export function watchSessionSockets(platform: Platform): void {
  const open = new Map<string, Set<LiveSocket>>();

  async function check(sessionIds: readonly string[]): Promise<void> {
    const live = await listLiveSessions(platform.database.reader(), sessionIds);
    for (const id of sessionIds) {
      const roles = live.get(id);
      for (const socket of open.get(id) ?? []) {
        if (!roles) socket.close(closeCodes.refused);
        else if (!sameRoles(socket, roles)) socket.close(closeCodes.restarting);
      }
    }
  }

  platform.live.onOpen(async (socket) => {
    if (socket.caller.type !== 'agent') return;
    const { sessionId } = socket.caller;
    open.set(sessionId, (open.get(sessionId) ?? new Set()).add(socket));
    await check([sessionId]);
  });
  platform.live.onClose((socket) => {
    if (socket.caller.type !== 'agent') return;
    const { sessionId } = socket.caller;
    const sockets = open.get(sessionId);
    sockets?.delete(socket);
    if (sockets?.size === 0) open.delete(sessionId);
  });
  platform.bus.subscribe(topic, (text) => {
    const changed = notice.parse(JSON.parse(text));
    if ('sessionId' in changed) {
      for (const socket of open.get(changed.sessionId) ?? []) socket.close(closeCodes.refused);
    } else if ('accountId' in changed) platform.live.closeAll(changed.accountId, closeCodes.restarting);
    else
      for (const sockets of open.values()) for (const socket of sockets) socket.close(closeCodes.restarting);
  });
  platform.bus.onGap(() => {
    check([...open.keys()]).catch((error) =>
      platform.log.warn({ err: error }, 'sessions of sockets not checked'),
    );
  });
}

function sameRoles({ caller }: LiveSocket, roles: readonly string[]): boolean {
  if (caller.type !== 'agent') return true;
  return caller.roles.length === roles.length && caller.roles.every((role) => roles.includes(role));
}
