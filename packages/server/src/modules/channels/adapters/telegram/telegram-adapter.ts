import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  type Account,
  type Ask,
  type ChannelAdapter,
  type Credentials,
  type FetchContext,
  type FetchedFile,
  fail,
  type InboundAttachment,
  type ProofMaterial,
  type RawRequest,
  SendError,
  type WebhookAddress,
} from '../../port.ts';
import { callBot, fetchBotFile } from './bot-api.ts';
import { decodeUpdate } from './decode-update.ts';
import { allowedUpdates, pollUpdates, removeWebhook, secretHeader } from './poll-updates.ts';
import { publishPost, retractPost, revisePost } from './publish-post.ts';
import { respondToUpdate } from './respond-to-update.ts';
import { largestFile, longestText, partsOf, sendPart, type TelegramPart } from './send-part.ts';
import { readUpdate } from './update.ts';

/** A bot of Telegram's, by the Bot API (https://core.telegram.org/bots/api): what people write to it privately, and what we answer. */
export const telegramAdapter: ChannelAdapter<TelegramPart> = {
  channel: 'telegram',
  capabilities: {
    push: true,
    attachments: [
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/gif',
      'application/pdf',
      'text/plain',
      'video/mp4',
      'application/octet-stream',
    ],
    maximumTextLength: longestText,
    readStates: false,
    typing: false,
    maximumFileBytes: largestFile,
    quickReplies: { maximum: 10, maximumLength: 60 },
    publishing: {
      maximumTextLength: longestText,
      pictures: true,
      canRevise: true,
      canRetract: true,
      addressed: true,
    },
  },
  headers: [],
  verify,
  decode: ({ body }) => decodeUpdate(readUpdate(body)),
  respond: ({ body }) => respondToUpdate(readUpdate(body)),
  encode: partsOf,
  send: sendPart,
  publish: publishPost,
  revise: revisePost,
  retract: retractPost,
  fetchFile,
  connect,
  poll: pollUpdates,
  polls,
  waits: true,
  order,
  check,
  privateLink: ({ link }) => link,
  bindingLink: ({ link }, code) => link && `${link}?start=${code}`,
};

function verify({ headers }: RawRequest, { secrets }: ProofMaterial): void {
  const given = Buffer.from(headers[secretHeader] ?? '');
  const proven = secrets.some((secret) => {
    const right = Buffer.from(secret);
    return right.length > 0 && given.length === right.length && timingSafeEqual(given, right);
  });
  if (!proven) throw fail('channels.request_not_proven');
}

const told = z.object({ file_path: z.string().optional(), file_size: z.number().optional() });

async function fetchFile(
  { externalId, name, type }: InboundAttachment,
  { maximumBytes, ...calling }: FetchContext,
): Promise<FetchedFile> {
  const { file_path: path, file_size: size = 0 } = await callBot(
    calling,
    'getFile',
    { file_id: externalId },
    told,
  );
  if (path === undefined) throw new SendError('the file is not there', { permanent: true });
  if (size > maximumBytes) throw new SendError('the file is too large', { permanent: true });
  const bytes = await fetchBotFile(calling, path, maximumBytes);
  return { bytes, name: name ?? path.split('/').at(-1) ?? null, type };
}

const bot = z.object({ first_name: z.string(), username: z.string().optional() });

async function check(credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<Account> {
  const { first_name: name, username } = await callBot({ credentials, signal, ask }, 'getMe', {}, bot);
  return {
    name,
    handle: username === undefined ? null : `@${username}`,
    link: username === undefined ? null : `https://t.me/${username}`,
  };
}

async function connect(
  credentials: Credentials,
  { webhookUrl, secret }: WebhookAddress,
  signal: AbortSignal,
  ask: Ask,
): Promise<Account> {
  const account = await check(credentials, signal, ask);
  if (polls(credentials)) {
    await removeWebhook({ credentials, signal, ask });
    return account;
  }
  const params = { url: webhookUrl, secret_token: secret, allowed_updates: allowedUpdates };
  await callBot({ credentials, signal, ask }, 'setWebhook', params, z.literal(true));
  return account;
}

function polls({ receive }: Credentials): boolean {
  return receive === 'polling';
}

const called = z.looseObject({ method: z.enum(['answerCallbackQuery', 'sendMessage']) });

/** A call that an answer to a webhook would have held. */
async function order(given: object, context: Omit<FetchContext, 'maximumBytes'>): Promise<void> {
  const { method, ...params } = called.parse(given);
  await callBot(context, method, params, z.unknown());
}
