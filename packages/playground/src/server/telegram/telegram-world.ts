import { randomBytes } from 'node:crypto';
import { growingIds } from '../growing-ids.ts';
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts';

/** Who writes to the bot, on a phone of the playground. */
export interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly language: string;
}

/** A message in a chat as the phone shows it. */
export interface PhoneMessage {
  readonly id: number;
  readonly from: 'person' | 'bot';
  readonly at: number;
  readonly text: string;
  /** It says something else than it did first. */
  readonly edited?: boolean;
  readonly file: { readonly id: string; readonly name: string; readonly type: string } | null;
  readonly buttons: ReadonlyArray<{ readonly text: string; readonly data: string }>;
}

/** What goes wrong, on demand. */
export interface TelegramFaults {
  /** So many of the next calls that send are refused with 429. */
  busy: number;
  /** Seconds that it then asks to wait. */
  retryAfter: number;
  /** The person has blocked the bot: 403. */
  blocked: boolean;
  /** The token is refused: 401. */
  revoked: boolean;
  /** Every update is delivered twice. */
  twice: boolean;
  /** An update is held back until the next one was delivered. */
  reorder: boolean;
  /** So many of the next answers to `getUpdates` are lost on the way. */
  lost: number;
}

export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Telegram's servers as far as one bot sees them, in memory. */
export interface TelegramWorld {
  readonly token: string;
  readonly bot: { readonly id: number; readonly name: string; readonly username: string };
  /** The channel in which the bot may post, as an administrator of it. */
  readonly channel: { readonly id: number; readonly title: string; readonly username: string };
  readonly faults: TelegramFaults;
  readonly files: Map<string, KeptFile>;
  webhook: { url: string; secret: string } | null;
  /** Kinds of updates that the bot asked for last; null: never. */
  allowed: readonly string[] | null;
  /** What waits for `getUpdates`, while there is no webhook. */
  readonly updates: UpdateQueue;
  people(): Person[];
  addPerson(person: Person): void;
  person(id: number): Person | undefined;
  chat(id: number): readonly PhoneMessage[];
  append(chatId: number, message: Omit<PhoneMessage, 'id' | 'at'>): PhoneMessage;
  /** Answers whether there was such a message. */
  edit(chatId: number, messageId: number, text: string): boolean;
  remove(chatId: number, messageId: number): boolean;
  keep(file: Omit<KeptFile, 'id'>): KeptFile;
  nextUpdate(): number;
  /** The time as Telegram tells it. */
  seconds(): number;
}

const mostMessages = 500;
const mostFiles = 100;

/** Those who write from the phone in the demo. */
export const demoPeople: readonly Person[] = [
  { id: 512_004_401, firstName: 'Linh', lastName: 'Phạm', language: 'vi' },
  { id: 512_004_402, firstName: 'Tomás', lastName: 'Ibáñez', language: 'es' },
  { id: 512_004_403, firstName: 'Grace', lastName: null, language: 'en' },
  { id: 512_004_404, firstName: 'Олег', lastName: 'Смирнов', language: 'ru' },
];

const channelName = 'htx_demo_news';
/** The channel as posts are addressed to it. */
export const demoTelegramChannel = `@${channelName}`;

export function createTelegramWorld(
  now: () => Date,
  token = `7000000000:${randomBytes(26).toString('base64url')}`,
): TelegramWorld {
  const chats = new Map<number, PhoneMessage[]>();
  const people = new Map<number, Person>();
  const files = new Map<string, KeptFile>();
  const seconds = () => Math.floor(now().getTime() / 1000);
  const ids = () =>
    growingIds(
      () => now().getTime(),
      (moment) => moment / 1000n,
    );
  const [nextMessage, nextUpdate] = [ids(), ids()];
  return {
    token,
    bot: { id: 7_000_000_000, name: 'HTX Support', username: 'htx_demo_support_bot' },
    channel: { id: -1_001_990_000_001, title: 'HTX News', username: channelName },
    faults: { busy: 0, retryAfter: 1, blocked: false, revoked: false, twice: false, reorder: false, lost: 0 },
    files,
    webhook: null,
    allowed: null,
    updates: createUpdateQueue(),
    people: () => [...people.values()],
    addPerson: (person) => void people.set(person.id, person),
    person: (id) => people.get(id),
    chat: (id) => chats.get(id) ?? [],
    append(chatId, message) {
      const kept = { ...message, id: Number(nextMessage()), at: seconds() };
      const chat = chats.get(chatId) ?? [];
      chats.set(chatId, [...chat, kept].slice(-mostMessages));
      return kept;
    },
    edit(chatId, messageId, text) {
      const chat = chats.get(chatId) ?? [];
      const edited = chat.map((it) => (it.id === messageId ? { ...it, text, edited: true } : it));
      chats.set(chatId, edited);
      return chat.some((it) => it.id === messageId);
    },
    remove(chatId, messageId) {
      const chat = chats.get(chatId) ?? [];
      chats.set(
        chatId,
        chat.filter((it) => it.id !== messageId),
      );
      return chat.some((it) => it.id === messageId);
    },
    keep(file) {
      const kept = { ...file, id: randomBytes(18).toString('base64url') };
      files.set(kept.id, kept);
      const [oldest] = files.keys();
      if (files.size > mostFiles && oldest !== undefined) files.delete(oldest);
      return kept;
    },
    nextUpdate: () => Number(nextUpdate()),
    seconds,
  };
}
