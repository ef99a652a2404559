import { growingIds } from '../growing-ids.ts';

/** Somebody who writes to the page. The id is the one that Messenger has of them for this page. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface SentFile {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  /** Below this server's address. */
  readonly path: string;
  readonly name: string;
}

/** A line of a Messenger thread. */
export interface ThreadLine {
  readonly id: string;
  readonly fromPage: boolean;
  readonly text: string;
  readonly file: SentFile | null;
  readonly quickReplies: readonly string[];
  /** It came after the 24 hours, as a person's late answer. */
  readonly late: boolean;
  readonly at: number;
}

/** A comment under a post of the page. */
interface Comment {
  readonly id: string;
  /** The comment that it answers; null under the post itself. */
  readonly parentId: string | null;
  /** Null: the page. */
  readonly author: Person | null;
  readonly text: string;
  readonly file: SentFile | null;
  readonly at: number;
  /** Its author and the page see it, nobody else. */
  hidden?: boolean;
}

/** What the page has posted for everybody. */
interface PagePost {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
  readonly at: number;
}

/** What a page at Facebook holds; for as long as the process lives. */
export interface PageState {
  readonly people: readonly Person[];
  readonly postId: string;
  readonly threads: Map<string, ThreadLine[]>;
  readonly comments: Comment[];
  /** Posts of apps, oldest first. */
  readonly posts: Map<string, PagePost>;
  /** Comments that the page has answered in private: it may do so once. */
  readonly answeredInPrivate: Set<string>;
  readonly uploads: Map<string, SentFile>;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly type: string }>;
  /** What the app is told of; none until the page subscribes it. */
  subscribed: readonly string[];
  /** The next id: the larger the later. */
  nextId(): string;
}

export const page = { id: '682498302938465', name: 'HTX', username: 'htx.demo' } as const;

const people: readonly Person[] = [
  { id: '24764291359856', name: 'Cinderella Hoover' },
  { id: '24764291359857', name: 'Nguyễn Minh Anh' },
  { id: '24764291359858', name: 'Олег Петров' },
];

export function createPageState(now: () => number): PageState {
  const ids = growingIds(now, (moment) => moment * 1000n);
  return {
    people,
    postId: `${page.id}_1740604562837651`,
    threads: new Map(),
    comments: [],
    posts: new Map(),
    answeredInPrivate: new Set(),
    uploads: new Map(),
    files: new Map(),
    subscribed: [],
    nextId: () => String(ids()),
  };
}

/** Keeps a file, and answers where it is fetched. Old ones go, so that nothing grows for ever. */
export function keepFile(
  state: PageState,
  file: { readonly bytes: Uint8Array; readonly type: string; readonly name: string },
): SentFile {
  const name = file.name.replace(/[^\w.-]+/g, '_').slice(-80) || 'file';
  const key = `${state.nextId()}/${name}`;
  state.files.set(key, file);
  const [oldest] = state.files.keys();
  if (state.files.size > 100 && oldest !== undefined) state.files.delete(oldest);
  return { kind: kindOf(file.type), path: `files/${key}`, name };
}

/** Puts a line at the end of a person's thread. */
export function addLine(state: PageState, personId: string, line: ThreadLine): void {
  const lines = state.threads.get(personId) ?? [];
  state.threads.set(personId, [...lines, line].slice(-200));
}

function kindOf(type: string): SentFile['kind'] {
  const kind = type.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
