import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Changed } from './change-conversations.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { loadPresenter } from './presenter.ts';

/** A conversation, and messages of it, as each side sees them, where nothing was changed. */
export async function presentOne(
  reader: Reader,
  keys: Keys,
  record: ConversationRecord,
  messages: readonly MessageRecord[] = [],
): Promise<Changed> {
  return (await loadPresenter(reader, keys, [record], messages)).present(record, messages);
}
