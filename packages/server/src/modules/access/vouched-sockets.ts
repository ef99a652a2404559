import { closeCodes } from '@fairlead/contract';
import type { LiveSocket } from '../../platform/live/socket.ts';
import type { Platform } from '../../platform/platform.ts';
import { findActiveKeys } from './identity-store.ts';

const topic = 'identity_keys';

/** Tells every node. */
export function noticeKeyRetired(platform: Pick<Platform, 'bus'>, keyId: string): void {
  platform.bus.publish(topic, keyId);
}

/**
 * Closes the sockets of this node whose customers were vouched for by a key that is retired. Where notices may have been missed, and
 * when a socket opens (the notice may have passed while it did), the database is asked.
 */
export function watchVouchedSockets({ live, bus, database, log }: Platform): void {
  const open = new Map<string, Set<LiveSocket>>();
  const closeAll = (keyId: string) => {
    for (const socket of open.get(keyId) ?? []) socket.close(closeCodes.refused);
  };

  async function check(keyIds: readonly string[]): Promise<void> {
    const active = await findActiveKeys(database.reader(), keyIds);
    for (const keyId of keyIds) if (!active.has(keyId)) closeAll(keyId);
  }

  live.onOpen(async (socket) => {
    const keyId = keyOf(socket);
    if (!keyId) return;
    open.set(keyId, (open.get(keyId) ?? new Set()).add(socket));
    await check([keyId]);
  });
  live.onClose((socket) => {
    const keyId = keyOf(socket);
    if (!keyId) return;
    const sockets = open.get(keyId);
    sockets?.delete(socket);
    if (sockets?.size === 0) open.delete(keyId);
  });
  bus.subscribe(topic, closeAll);
  bus.onGap(() => {
    check([...open.keys()]).catch((error) => log.warn({ err: error }, 'keys of sockets not checked'));
  });
}

function keyOf({ caller }: LiveSocket): string | null {
  return (caller.type === 'customer' && caller.session?.vouchedBy) || null;
}
