import { growingIds } from '../growing-ids.ts';

/** Somebody who writes to the account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly username: string;
}

export interface SentFile {
  readonly kind: 'image' | 'video' | 'file';
  /** Below this server's address. */
  readonly path: string;
  readonly name: string;
  readonly type: string;
}

/** A direct message. */
export interface Line {
  readonly id: string;
  readonly fromAccount: boolean;
  readonly text: string;
  readonly file: SentFile | null;
  readonly at: number;
}

/** A post of the account or of somebody who answers or mentions it. */
export interface Post {
  readonly id: string;
  /** The post that it answers. */
  readonly parentId: string | null;
  /** The post that its conversation began with. */
  readonly conversationId: string;
  readonly author: Person;
  readonly text: string;
  readonly files: readonly SentFile[];
  readonly at: number;
  /** Below a post of the account's, and hidden by it. */
  hidden?: boolean;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  valid: boolean;
  readonly created_at: string;
}

interface ActivitySubscription {
  readonly subscription_id: string;
  readonly event_type: string;
  readonly filter: { readonly user_id: string };
  readonly created_at: string;
  updated_at: string;
  webhook_id?: string;
  tag?: string;
}

/** What X holds of one account; for as long as the process lives. */
export interface XState {
  readonly people: readonly Person[];
  readonly threads: Map<string, Line[]>;
  readonly posts: Post[];
  readonly uploads: Map<
    string,
    { readonly type: string; readonly category: string; readonly chunks: Uint8Array[]; file: SentFile | null }
  >;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly type: string }>;
  readonly webhooks: Webhook[];
  subscribed: boolean;
  /** What the X Activity API was told to tell. */
  readonly activity: ActivitySubscription[];
  /** The next id: as at X the larger the later, also after a new start. */
  nextId(): string;
}

/** The account that customers write to. */
export const account: Person = { id: '2244994945', name: 'HTX', username: 'htx_demo' };

const people: readonly Person[] = [
  { id: '3805104374', name: 'Furni Hoover', username: 'furni' },
  { id: '3805104375', name: '佐藤 健', username: 'sato_ken' },
  { id: '3805104376', name: 'Олег Петров', username: 'oleg_p' },
];

/** When X began to count its ids, in milliseconds. */
const epoch = 1288834974657n;

export function createXState(now: () => number): XState {
  const ids = growingIds(now, (moment) => (moment - epoch) << 22n);
  const nextId = () => String(ids());
  const id = nextId();
  const text = 'Deposits of USDT over Tron are open again. Thank you for your patience.';
  return {
    people,
    threads: new Map(),
    posts: [{ id, parentId: null, conversationId: id, author: account, text, files: [], at: now() }],
    uploads: new Map(),
    files: new Map(),
    webhooks: [],
    subscribed: false,
    activity: [],
    nextId,
  };
}

/** Keeps a file, and answers where it is fetched. Old ones go, so that nothing grows for ever. */
export function keepFile(
  state: XState,
  file: { readonly bytes: Uint8Array; readonly type: string; readonly name: string },
): SentFile {
  const name = file.name.replace(/[^\w.-]+/g, '_').slice(-80) || 'file';
  const key = `${state.nextId()}/${name}`;
  state.files.set(key, file);
  const [oldest] = state.files.keys();
  if (state.files.size > 100 && oldest !== undefined) state.files.delete(oldest);
  const kind = file.type.split('/')[0];
  return {
    kind: kind === 'image' || kind === 'video' ? kind : 'file',
    path: `files/${key}`,
    name,
    type: file.type,
  };
}

/** Puts a line at the end of a person's messages. */
export function addLine(state: XState, personId: string, line: Line): void {
  state.threads.set(personId, [...(state.threads.get(personId) ?? []), line].slice(-200));
}
