import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { type InboundMessage, SendError } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, signedIntoPlatform } from './social-sign-in.ts';

const timeLimit = 60_000;

/**
 * The files of a message, from its platform. One that is not to be had is named in `missing`; throws when it is worth trying again, and
 * when the inbox is not connected.
 */
export async function fetchSocialFiles(
  platform: SignInGround,
  inbox: Inbox,
  { attachments }: InboundMessage,
): Promise<{ files: Array<{ name: string | null; content: Uint8Array }>; missing: string[] }> {
  const files: Array<{ name: string | null; content: Uint8Array }> = [];
  const missing: string[] = [];
  if (attachments.length === 0) return { files, missing };
  const social = await readSocialInbox(platform.database.reader(), platform.keys, inbox.id);
  const adapter = adapterOf(inbox.channel);
  const { fetchFile } = adapter;
  if (!social || !fetchFile) throw new Error('the inbox cannot fetch files');
  for (const file of attachments) {
    try {
      const { bytes, name } = await signedIntoPlatform(platform, adapter, social, (credentials) =>
        fetchFile(file, {
          credentials,
          signal: AbortSignal.timeout(timeLimit),
          maximumBytes: platform.config.MAXIMUM_UPLOAD_BYTES,
          ask: askPlatform(platform),
        }),
      );
      files.push({ name, content: bytes });
    } catch (error) {
      if (!(error instanceof SendError && error.permanent)) throw error;
      missing.push(file.name ?? file.type ?? file.externalId);
    }
  }
  return { files, missing };
}
