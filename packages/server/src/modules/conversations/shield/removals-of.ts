import type { ShieldSettings } from '@fairlead/contract';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { ConversationRecord, MessageRecord } from '../conversation.ts';
import type { RemovalRow } from './removal-store.ts';
import { sealOriginal } from './seal-original.ts';
import { sealedUntil } from './sealing-rules.ts';
import type { RemovedFromDraft } from './shield-drafts.ts';

interface Placed {
  readonly conversation: ConversationRecord;
  readonly messages: readonly MessageRecord[];
  readonly removed: readonly RemovedFromDraft[];
  readonly past: boolean;
}

/** What is kept of what was removed: that it was, and where an administrator wishes so, the original, sealed. Nothing is sealed of what was said long ago. */
export function removalsOf(
  { conversation, messages, removed, past }: Placed,
  settings: ShieldSettings,
  keys: Keys,
  now: Date,
): RemovalRow[] {
  return removed.flatMap(({ draft, place, kind, certainty, original }) => {
    const message = messages[draft];
    if (!message) return [];
    const id = newId(now.getTime());
    const until = original === null || past ? null : sealedUntil(kind, settings, now);
    const sealed = until !== null && original !== null ? sealOriginal(keys, id, original) : null;
    return [
      {
        conversation_id: conversation.id,
        id,
        message_id: message.id,
        place,
        kind,
        certainty,
        channel: conversation.channel,
        locale: conversation.locale,
        removed_at: now,
        reported_at: null,
        reported_by: null,
        sealed: sealed?.sealed ?? null,
        data_key: sealed?.dataKey ?? null,
        data_key_under: sealed?.dataKeyUnder ?? null,
        sealed_until: until,
      },
    ];
  });
}
