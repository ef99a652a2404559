import { account, type Line, type Person, type Post, type SentFile, type XState } from './x-state.ts';

type Fields = Readonly<Record<string, unknown>>;

/** In texts X writes three signs as HTML does. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const shortLink = (id: string): string => `https://t.co/${BigInt(id).toString(36).slice(-10)}`;

/** What webhooks tell of a direct message, also of the account's own. */
export function messageEvent(line: Line, person: Person, address: string): Fields {
  const [sender, recipient] = line.fromAccount ? [account, person] : [person, account];
  const link = shortLink(line.id);
  const text = [escaped(line.text), ...(line.file ? [link] : [])].filter(Boolean).join(' ');
  return {
    direct_message_events: [
      {
        type: 'message_create',
        id: line.id,
        created_timestamp: String(line.at),
        message_create: {
          target: { recipient_id: recipient.id },
          sender_id: sender.id,
          message_data: {
            text,
            entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
            ...(line.file && {
              attachment: { type: 'media', media: mediaOf(line.file, line.id, address) },
            }),
          },
        },
      },
    ],
    users: Object.fromEntries(
      [sender, recipient].map(({ id, name, username }) => [id, { id, name, screen_name: username }]),
    ),
  };
}

const mediaOf = ({ path, kind }: SentFile, id: string, address: string) => ({
  id_str: id,
  url: shortLink(id),
  type: kind === 'video' ? 'video' : 'photo',
  media_url_https: `${address}/${path}`,
});

/** What webhooks tell of a post. Replies begin with the name of whom they answer, which is not shown. */
export function postEvent(state: XState, post: Post, address: string): Fields {
  const parent = state.posts.find((it) => it.id === post.parentId);
  const prefix = parent ? `@${parent.author.username} ` : '';
  const link = shortLink(post.id);
  const text = `${prefix}${escaped(post.text)}${post.files.length > 0 ? ` ${link}` : ''}`;
  const mentioned = [account, ...state.people].filter(({ username }) =>
    new RegExp(`@${username}\\b`, 'i').test(text),
  );
  return {
    user_has_blocked: false,
    tweet_create_events: [
      {
        created_at: new Date(post.at).toUTCString(),
        id_str: post.id,
        text,
        display_text_range: [prefix.length, [...text].length],
        in_reply_to_status_id_str: post.parentId,
        in_reply_to_user_id_str: parent?.author.id ?? null,
        user: { id_str: post.author.id, name: post.author.name, screen_name: post.author.username },
        is_quote_status: false,
        entities: {
          hashtags: [],
          symbols: [],
          urls: [],
          user_mentions: mentioned.map(({ id, name, username }) => ({
            id_str: id,
            name,
            screen_name: username,
          })),
        },
        ...(post.files.length > 0 && {
          extended_entities: { media: post.files.map((file) => mediaOf(file, post.id, address)) },
        }),
        timestamp_ms: String(post.at),
      },
    ],
  };
}

/** What the X Activity API tells; nothing where the account did it itself. */
export interface ActivityEvent {
  readonly event_type: string;
  readonly payload: Fields;
  readonly includes?: Fields;
}

/** A direct message to the account, as the X Activity API tells of it: like webhooks, with people below `data`. */
export function messageActivity(line: Line, person: Person, address: string): ActivityEvent | null {
  if (line.fromAccount) return null;
  const { direct_message_events } = messageEvent(line, person, address);
  const users = Object.fromEntries([person, account].map((it) => [it.id, { data: it }]));
  return { event_type: 'dm.received', payload: { direct_message_events, users } };
}

/** A post of somebody else that mentions or answers the account, as it tells of it: like the API lists posts. */
export function postActivity(state: XState, post: Post, address: string): ActivityEvent | null {
  if (post.author === account) return null;
  const files = post.files.map((file, index) => [`3_${post.id}_${index}`, file] as const);
  return {
    event_type: 'post.mention.create',
    payload: listedPost(state, post),
    includes: listedAlong([post.author], files, address),
  };
}

/** Whether a post is about the account: it mentions it, or answers a post of it. */
export function concernsAccount(state: XState, post: Post): boolean {
  const parent = state.posts.find((it) => it.id === post.parentId);
  return parent?.author.id === account.id || new RegExp(`@${account.username}\\b`, 'i').test(post.text);
}

/** A direct message as the API lists it. */
export const listedMessage = (line: Line, person: Person): Fields => ({
  id: line.id,
  event_type: 'MessageCreate',
  text: [escaped(line.text), ...(line.file ? [shortLink(line.id)] : [])].filter(Boolean).join(' '),
  sender_id: line.fromAccount ? account.id : person.id,
  dm_conversation_id: `${account.id}-${person.id}`,
  created_at: new Date(line.at).toISOString(),
  ...(line.file && { attachments: { media_keys: [`3_${line.id}`] } }),
});

/** A post as the API lists it. */
export function listedPost(state: XState, post: Post): Fields {
  const parent = state.posts.find((it) => it.id === post.parentId);
  const prefix = parent ? `@${parent.author.username} ` : '';
  return {
    id: post.id,
    text: `${prefix}${escaped(post.text)}`,
    author_id: post.author.id,
    conversation_id: post.conversationId,
    created_at: new Date(post.at).toISOString(),
    edit_history_tweet_ids: [post.id],
    ...(parent && {
      in_reply_to_user_id: parent.author.id,
      referenced_tweets: [{ type: 'replied_to', id: parent.id }],
    }),
    entities: { mentions: [{ start: 0, end: 9, username: account.username, id: account.id }] },
    ...(post.files.length > 0 && {
      attachments: { media_keys: post.files.map((_, index) => `3_${post.id}_${index}`) },
    }),
  };
}

/** What goes along with lists: who wrote, and the files. */
export function listedAlong(
  authors: readonly Person[],
  files: ReadonlyArray<readonly [key: string, file: SentFile]>,
  address: string,
): Fields {
  return {
    users: [...new Set(authors)],
    media: files.map(([media_key, { path, kind }]) => ({
      media_key,
      type: kind === 'video' ? 'video' : 'photo',
      url: `${address}/${path}`,
    })),
  };
}
