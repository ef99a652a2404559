import { platformTroubles } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { listInboxes, readInbox } from '../inbox-store.ts';
import { type Publication, type PublishContext, type Publishing, SendError } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { listSocialInboxes, readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, signedIntoPlatform } from './social-sign-in.ts';

const timeLimit = 20_000;

/** What an inbox's platform does with posts for everybody; each call takes 20 seconds at most and throws SendError as adapters do. */
export interface Publisher {
  readonly publishing: Publishing;
  publish(post: Publication, address: string): Promise<{ externalId: string; link: string | null }>;
  revise(externalId: string, post: Publication, address: string): Promise<void>;
  retract(externalId: string, address: string): Promise<void>;
}

/** How an inbox posts; undefined where it does not, is switched off, or is not connected to its platform. */
export async function openPublisher(platform: SignInGround, inboxId: string): Promise<Publisher | undefined> {
  const reader = platform.database.reader();
  const inbox = await readInbox(reader, inboxId);
  if (!inbox?.enabled) return undefined;
  const social = await readSocialInbox(reader, platform.keys, inboxId);
  const adapter = adapterOf(inbox.channel);
  const { publish, revise, retract } = adapter;
  const { publishing } = adapter.capabilities;
  if (!social || !publishing || !publish) return undefined;
  const ask = askPlatform(platform);
  const signedIn = <T>(address: string, work: (context: PublishContext) => Promise<T>): Promise<T> =>
    signedIntoPlatform(platform, adapter, social, (credentials) =>
      work({ address, credentials, ask, signal: AbortSignal.timeout(timeLimit) }),
    );
  const cannot = (what: 'cannot_change' | 'cannot_take_back') =>
    new SendError(platformTroubles[what], { permanent: true });
  return {
    publishing,
    publish: (post, address) => signedIn(address, (context) => publish(post, context)),
    async revise(externalId, post, address) {
      if (!publishing.canRevise || !revise) throw cannot('cannot_change');
      await signedIn(address, (context) => revise(externalId, post, context));
    },
    async retract(externalId, address) {
      if (!publishing.canRetract || !retract) throw cannot('cannot_take_back');
      await signedIn(address, (context) => retract(externalId, context));
    },
  };
}

/** The inboxes that are switched on and can post for everybody, oldest first, and whether each is connected to its platform. */
export async function publishingInboxes({
  database,
}: Pick<Platform, 'database'>): Promise<Array<{ inbox: Inbox; publishing: Publishing; connected: boolean }>> {
  const reader = database.reader();
  const connected = new Set((await listSocialInboxes(reader)).map((it) => it.inboxId));
  return (await listInboxes(reader)).flatMap((inbox) => {
    const { publishing } = adapterOf(inbox.channel).capabilities;
    return inbox.enabled && publishing ? [{ inbox, publishing, connected: connected.has(inbox.id) }] : [];
  });
}
