import { growingIds } from '../growing-ids.ts';

/** Somebody who follows the account. The id is the one that WeChat has of them for this account. */
export interface Follower {
  readonly openid: string;
  readonly name: string;
}

export interface SentFile {
  readonly kind: 'image' | 'voice' | 'video';
  /** Below this server's address. */
  readonly path: string;
  readonly name: string;
}

/** A line of a follower's chat with the account. */
export interface ChatLine {
  readonly id: string;
  readonly fromAccount: boolean;
  readonly text: string;
  readonly file: SentFile | null;
  /** What can be tapped below the text: the id of a choice and its words. */
  readonly choices: ReadonlyArray<{ readonly id: string; readonly content: string }>;
  readonly at: number;
}

/** What is kept of a follower: what they and the account wrote, and what the account may still send. */
interface Chat {
  readonly lines: readonly ChatLine[];
  /** When they last wrote; null: never. */
  readonly writtenAt: number | null;
  /** Messages of the account since then. */
  readonly answers: number;
}

/** An article of the account: a draft until it is submitted, then checked, then out. */
export interface Article {
  readonly title: string;
  readonly content: string;
  readonly source: string | null;
  /** Null while it is a draft. */
  readonly submittedAt: number | null;
}

/** What an account at WeChat holds; for as long as the process lives. */
export interface AccountState {
  readonly followers: readonly Follower[];
  readonly chats: Map<string, Chat>;
  readonly media: Map<string, SentFile & { readonly bytes: Uint8Array; readonly type: string }>;
  /** By their ids. */
  readonly articles: Map<string, Article>;
  /** QR codes with a word of the account's in them, by what they hold; the oldest first. */
  readonly scenes: Map<string, { readonly scene: string; readonly ticket: string; readonly until: number }>;
  /** Access tokens, and until when they hold. */
  /** How many notices a follower still takes by a template, by both. */
  readonly agreed: Map<string, number>;
  readonly tokens: Map<string, number>;
  /** The next id, so that each run gives the same ones. */
  nextId(): string;
}

/** What the menu below every chat offers: the key is what WeChat sends of a click. */
export const menu = ['充值未到账', '提现', '人工客服'] as const;

const followers: readonly Follower[] = [
  { openid: 'oAbCd5Kd5ggOC-bXrbNODIiE3bG1', name: '王小明' },
  { openid: 'oAbCd5Kd5ggOC-bXrbNODIiE3bG2', name: '林佳怡' },
  { openid: 'oAbCd5Kd5ggOC-bXrbNODIiE3bG3', name: 'Grace' },
];

export function createAccountState(now: () => number): AccountState {
  const ids = growingIds(now, (moment) => moment << 22n);
  return {
    followers,
    chats: new Map(),
    media: new Map(),
    articles: new Map(),
    scenes: new Map(),
    tokens: new Map(),
    agreed: new Map(),
    nextId: () => String(ids()),
  };
}

/** Templates of the account, each with its fields. */
export const templates: Readonly<
  Record<string, { readonly title: string; readonly fields: readonly string[] }>
> = {
  'Tmpl-answered-7Yq2': { title: '客服回复提醒', fields: ['character_string1', 'time2'] },
  'Tmpl-status-9Kd4': { title: '工单状态通知', fields: ['character_string1', 'thing2', 'time3'] },
};

/** Templates of subscription notices: each follower agrees to each, once for every notice. */
export const subscriptions: typeof templates = {
  'Subs-answered-3Qh8': { title: '客服回复通知', fields: ['character_string1', 'time2'] },
};

/** Puts what a template says into a follower's chat; it is none of the answers that are counted. */
export function addNotice(state: AccountState, openid: string, text: string, at: number): string {
  const before = chatOf(state, openid);
  const { id } = addLine(state, openid, { fromAccount: true, text, file: null, choices: [], at });
  state.chats.set(openid, { ...chatOf(state, openid), answers: before.answers });
  return id;
}

/** Lets the account write to a follower, as what they do beside writing does. */
export function openWindow(state: AccountState, openid: string, at: number): void {
  state.chats.set(openid, { ...chatOf(state, openid), writtenAt: at, answers: 0 });
}

const empty: Chat = { lines: [], writtenAt: null, answers: 0 };

export const chatOf = (state: AccountState, openid: string): Chat => state.chats.get(openid) ?? empty;

/** Puts a line at the end of a follower's chat. Theirs lets the account answer again. */
export function addLine(state: AccountState, openid: string, line: Omit<ChatLine, 'id'>): ChatLine {
  const chat = chatOf(state, openid);
  const kept = { ...line, id: state.nextId() };
  state.chats.set(openid, {
    lines: [...chat.lines, kept].slice(-200),
    writtenAt: line.fromAccount ? chat.writtenAt : line.at,
    answers: line.fromAccount ? chat.answers + 1 : 0,
  });
  return kept;
}

/** Keeps a file under a media id, and answers that. Old ones go, so that nothing grows for ever. */
export function keepMedia(
  state: AccountState,
  kind: SentFile['kind'],
  file: { readonly bytes: Uint8Array; readonly type: string; readonly name: string },
): string {
  const mediaId = `Demo-${state.nextId()}`;
  const name = file.name.replace(/[^\w.-]+/g, '_').slice(-80) || 'file';
  state.media.set(mediaId, { ...file, kind, name, path: `files/${mediaId}` });
  const [oldest] = state.media.keys();
  if (state.media.size > 100 && oldest !== undefined) state.media.delete(oldest);
  return mediaId;
}

/** A file as the phone shows it. */
export function fileOf(state: AccountState, mediaId: string): SentFile | null {
  const found = state.media.get(mediaId);
  return found ? { kind: found.kind, path: found.path, name: found.name } : null;
}
