import type { RefusalName } from './graph-errors.ts';
import type { PageState, SentFile } from './page-state.ts';

interface Message {
  readonly personId: string;
  /** The comment that is answered in private; null for a message of the thread. */
  readonly commentId: string | null;
  readonly text: string;
  readonly file: SentFile | null;
  readonly quickReplies: readonly string[];
  readonly late: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const longestText = 2000;
const mostButtons = 13;
const longestButton = 20;

/** Reads a call of the Send API, or says what Facebook refuses it for. */
export function readMessage(
  body: unknown,
  state: PageState,
): { message: Message } | { refusal: RefusalName } {
  const { recipient, message, messaging_type, tag } = fieldsOf(body);
  const to = fieldsOf(recipient);
  const content = fieldsOf(message);
  const commentId = typeof to['comment_id'] === 'string' ? to['comment_id'] : null;
  const author = state.comments.find((it) => it.id === commentId)?.author;
  const person = state.people.find((it) => it.id === (author?.id ?? to['id']));
  if (!person) return { refusal: 'unknown_recipient' };

  const text = typeof content['text'] === 'string' ? content['text'] : '';
  if ([...text].length > longestText) return { refusal: 'too_long' };
  const { attachment_id } = fieldsOf(fieldsOf(content['attachment'])['payload']);
  const file = state.uploads.get(String(attachment_id)) ?? null;
  if (text === '' && !file) return { refusal: 'bad_parameter' };

  const buttons = Array.isArray(content['quick_replies']) ? content['quick_replies'].map(fieldsOf) : [];
  const quickReplies = buttons.map(({ title }) => String(title));
  if (buttons.length > mostButtons || quickReplies.some((it) => it.length > longestButton))
    return { refusal: 'bad_parameter' };

  const late = messaging_type === 'MESSAGE_TAG' && tag === 'HUMAN_AGENT';
  if (!late && messaging_type !== 'RESPONSE') return { refusal: 'bad_parameter' };
  return { message: { personId: person.id, commentId, text, file, quickReplies, late } };
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
