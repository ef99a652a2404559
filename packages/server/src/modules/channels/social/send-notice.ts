import type { NoticeKind, NoticeSource } from '@fairlead/contract';
import { platformTroubles } from '@fairlead/contract';
import { adapterOf } from '../adapter-of.ts';
import { type DeliveryResult, outcomeOf } from '../deliver.ts';
import type { Inbox } from '../inbox.ts';
import { ConsentRefused, SendError } from '../port.ts';
import { giveConsentBack, refuseConsents, useConsent } from './consent-store.ts';
import { findNotice } from './notice-store.ts';
import { socialDestinationOf } from './social-destination.ts';
import type { SignInGround } from './social-sign-in.ts';

const timeLimit = 20_000;

/** What somebody is told by a template. */
export interface Notice {
  /** The same for every attempt. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly values: Readonly<Record<Exclude<NoticeSource, 'time'>, string> & { time: Date }>;
  /** Where they read more; null where there is nothing. */
  readonly link: string | null;
}

/**
 * Tells whoever has an address something by the template of an inbox; null where it has none, its channel no templates, or they have not agreed to it where they
 * must. Never throws for what the platform does.
 */
export async function sendNotice(
  platform: SignInGround,
  inbox: Pick<Inbox, 'id' | 'channel'>,
  address: string,
  { key, kind, values, link }: Notice,
): Promise<DeliveryResult | null> {
  const { notify } = adapterOf(inbox.channel);
  const { database } = platform;
  const template = notify && (await findNotice(database.reader(), inbox.id, kind));
  if (!notify || !template) return null;
  const byConsent = template.way === 'subscription';
  const consent = { inboxId: inbox.id, address, templateId: template.templateId };
  if (byConsent && !(await database.write((tx) => useConsent(tx, consent, key)))) return null;
  const signal = AbortSignal.timeout(timeLimit);
  const fields = Object.fromEntries(template.fields.map(({ name, source }) => [name, values[source]]));
  const notice = { templateId: template.templateId, fields, link, byConsent };
  try {
    const place = await socialDestinationOf(platform, inbox, { address, threadKey: null });
    if (!place) return { state: 'failed', reason: platformTroubles.not_connected };
    const send = (credentials: typeof place.credentials) =>
      notify(notice, { ...place, credentials, key, signal });
    const { externalId } = await send(place.credentials).catch(async (error: unknown) => {
      if (!place.renew || !(error instanceof SendError && error.signInRefused)) throw error;
      return send(await place.renew());
    });
    return { state: 'sent', externalIds: [externalId] };
  } catch (error) {
    if (byConsent && error instanceof ConsentRefused)
      await database.write(async (tx) => {
        await giveConsentBack(tx, consent, key);
        await refuseConsents(tx, consent, tx.now);
      });
    else if (byConsent && error instanceof SendError && error.permanent)
      await database.write((tx) => giveConsentBack(tx, consent, key));
    return outcomeOf(error, 0, signal);
  }
}
