import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { listInboxes, readInbox } from '../inbox-store.ts';
import { type Publication, type PublishContext, type Publishing, SendError } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';

const timeLimit = 20_000;

/** What an inbox's platform does with posts for everybody; each call takes 20 seconds at most and throws SendError as adapters do. */
export interface Publisher {
  readonly publishing: Publishing;
  publish(post: Publication, address: string): Promise<{ externalId: string; link: string | null }>;
  revise(externalId: string, post: Publication, address: string): Promise<void>;
  retract(externalId: string, address: string): Promise<void>;
}

type Ground = Pick<Platform, 'database' | 'keys' | 'config'>;

/** How an inbox posts; undefined where it does not, is switched off, or is not connected to its platform. */
export async function openPublisher(platform: Ground, inboxId: string): Promise<Publisher | undefined> {
  const reader = platform.database.reader();
  const inbox = await readInbox(reader, inboxId);
  if (!inbox?.enabled) return undefined;
  const social = await readSocialInbox(reader, platform.keys, inboxId);
  const { capabilities, publish, revise, retract } = adapterOf(inbox.channel);
  const { publishing } = capabilities;
  if (!social || !publishing || !publish) return undefined;
  const ask = askPlatform(platform);
  const context = (address: string): PublishContext => ({
    address,
    credentials: social.credentials,
    ask,
    signal: AbortSignal.timeout(timeLimit),
  });
  const cannot = (what: string) => new SendError(`the channel cannot ${what}`, { permanent: true });
  return {
    publishing,
    publish: (post, address) => publish(post, context(address)),
    async revise(externalId, post, address) {
      if (!publishing.canRevise || !revise) throw cannot('change a post');
      await revise(externalId, post, context(address));
    },
    async retract(externalId, address) {
      if (!publishing.canRetract || !retract) throw cannot('take a post back');
      await retract(externalId, context(address));
    },
  };
}

/** The inboxes that are switched on and can post for everybody, oldest first, and whether each is connected to its platform. */
export async function publishingInboxes({
  database,
  keys,
}: Pick<Platform, 'database' | 'keys'>): Promise<
  Array<{ inbox: Inbox; publishing: Publishing; connected: boolean }>
> {
  const reader = database.reader();
  const able = (await listInboxes(reader)).flatMap((inbox) => {
    const { publishing } = adapterOf(inbox.channel).capabilities;
    return inbox.enabled && publishing ? [{ inbox, publishing }] : [];
  });
  return Promise.all(
    able.map(async (it) => ({
      ...it,
      connected: (await readSocialInbox(reader, keys, it.inbox.id)) !== undefined,
    })),
  );
}
