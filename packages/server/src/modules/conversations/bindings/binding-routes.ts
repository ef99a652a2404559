import { endpoints } from '@fairlead/contract';
import type { CustomerActor } from '../../../platform/actor.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  adapterOf,
  detachSocialThreads,
  listConnectedInboxes,
  newsWindowHours,
  sceneLinkOf,
} from '../../channels/index.ts';
import { boundAddresses, unbindChannelAddresses, verifiedCustomer } from '../../people/index.ts';
import { lockCustomer } from '../conversation-store.ts';
import { reachesChat } from '../tell-in-chat.ts';
import {
  deleteBindingCode,
  deleteBindingCodesBefore,
  listBindingCodes,
  saveBindingCode,
} from './binding-store.ts';
import { drawQrCode } from './draw-qr-code.ts';
import { makeBindingCode } from './make-binding-code.ts';
import { saysToChats } from './say-to-chat.ts';

const minute = 60_000;
/** Long enough to change to the other application and back. */
const lifetime = 15 * minute;
const hour = 60 * minute;

/** Chats on platforms that customers tie to their account and untie. */
export function bindingRoutes(platform: Platform): void {
  const { clock, database, http, jobs } = platform;
  const { bindings } = endpoints;

  async function verified(reader: Reader, { id }: CustomerActor): Promise<string> {
    const customer = await verifiedCustomer(reader, id);
    if (!customer) throw fail('exchange.customer_not_verified');
    return customer.id;
  }

  http.route(bindings.listChats, async ({ caller }) => {
    const reader = database.reader();
    const customerId = await verified(reader, caller);
    const [inboxes, bound, codes, liveChat] = await Promise.all([
      listConnectedInboxes(reader),
      boundAddresses(reader, customerId),
      listBindingCodes(reader, customerId),
      reachesChat(reader, customerId),
    ]);
    const items = await Promise.all(
      inboxes.map(async ({ inbox, account }) => {
        const code = codes.find(
          (it) => it.inboxId === inbox.id && it.outcome === null && it.expiresAt > clock.now(),
        );
        return {
          inboxId: inbox.id,
          channel: inbox.channel,
          account: account && { name: account.name, handle: account.handle },
          boundAt: bound.find((it) => it.inboxId === inbox.id)?.boundAt.toISOString() ?? null,
          newsHours: await newsWindowHours(reader, inbox),
          pending: code
            ? { expiresAt: code.expiresAt.toISOString(), asked: code.askedAddress !== null }
            : null,
        };
      }),
    );
    return { items, liveChat };
  });

  http.route(bindings.beginBinding, async ({ caller, params }) => {
    const code = makeBindingCode();
    const found = await database.write(async (tx) => {
      const customerId = await verified(tx, caller);
      const inbox = (await listConnectedInboxes(tx)).find((it) => it.inbox.id === params.id);
      if (!inbox) throw fail('channels.inbox_not_found');
      const expiresAt = new Date(tx.now.getTime() + lifetime);
      await saveBindingCode(tx, { inboxId: params.id, customerId, codeHash: hashSecret(code), expiresAt });
      return { ...inbox, expiresAt };
    });
    const { inbox, account, expiresAt } = found;
    const { bindingLink, privateLink } = adapterOf(inbox.channel);
    const carrying = (account && bindingLink?.(account, code)) ?? null;
    const scanned = carrying ?? (await sceneLinkOf(platform, inbox, code, lifetime / 1000));
    return {
      code,
      expiresAt: expiresAt.toISOString(),
      link: carrying ?? (account && privateLink?.(account)) ?? account?.link ?? null,
      linkCarriesCode: carrying !== null,
      scan: scanned === null ? null : drawQrCode(scanned),
    };
  });

  http.route(bindings.endBinding, async ({ caller, params }) => {
    await database.write(async (tx) => {
      const customerId = await verified(tx, caller);
      await lockCustomer(tx, customerId);
      await deleteBindingCode(tx, params.id, customerId);
      const released = await unbindChannelAddresses(tx, params.id, customerId);
      for (const address of released) await detachSocialThreads(tx, params.id, address);
    });
  });

  saysToChats(platform);
  jobs.every('conversations.sweep-binding-codes', hour, () =>
    database.write((tx) => deleteBindingCodesBefore(tx, new Date(tx.now.getTime() - 24 * hour))),
  );
}
