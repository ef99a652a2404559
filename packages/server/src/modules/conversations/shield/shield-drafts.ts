import type { Locale } from '@fairlead/contract';
import type { SecretFamily, SecretKind } from '@fairlead/shield';
import type { MessageDraft } from '../conversation.ts';
import { systemLine } from '../system-line.ts';
import { exposuresOf } from './exposure-of.ts';
import { familiesOf, keepOut } from './keep-out.ts';
import { warningWords } from './shield-words.ts';

/** Where the drafts go. */
interface Destination {
  readonly locale: Locale;
  /** Whether the channel must be pushed to: there a customer hears of it by a message. Elsewhere they see the lines of the system. */
  readonly pushed: () => boolean;
  /** What was said long ago is not answered. */
  readonly past: boolean;
}

/** Something that was removed from a draft, or from what came along with it. */
export interface RemovedFromDraft {
  /** The draft's place among those that are left. */
  readonly draft: number;
  /** Which mark of its text it is, from 0; null for what came along with it. */
  readonly place: number | null;
  readonly kind: SecretKind;
  readonly certainty: 'certain' | 'likely' | null;
  /** Null where it is not known any more. */
  readonly original: string | null;
}

/**
 * Drafts without the secrets of customers, each followed by what its writer is told: what was removed, and what to do now. Whoever else wrote is left alone. The same
 * drafts come back where nothing was removed. Pure.
 */
export function shieldDrafts(
  drafts: readonly MessageDraft[],
  to: Destination,
): { drafts: readonly MessageDraft[]; removed: readonly RemovedFromDraft[] } {
  const removed: RemovedFromDraft[] = [];
  const shielded: MessageDraft[] = [];
  for (const draft of drafts) {
    const at = shielded.length;
    if (draft.author.type !== 'customer' || draft.kind !== 'text') {
      shielded.push(draft);
      continue;
    }
    const kept = keepOut(draft.text, draft.anyway);
    // A letter's subject and what it quotes are shielded before; the letter says what was there.
    const beside = (draft.removed ?? []).filter((kind) => !kept.kinds.includes(kind));
    const all = [...kept.kinds, ...beside];
    if (all.length === 0) {
      shielded.push(draft);
      continue;
    }
    removed.push(
      ...kept.taken.map((it, place) => ({ draft: at, place, ...it })),
      ...beside.map((kind) => ({ draft: at, place: null, kind, certainty: null, original: null })),
    );
    shielded.push({ ...draft, text: kept.text });
    if (!to.past) shielded.push(...warned(all, to).map((family) => warning(family, to)));
  }
  return removed.length === 0 ? { drafts, removed } : { drafts: shielded, removed };
}

/**
 * What is lost, as far as it is told here. Where a message must be pushed, what exposes a wallet or an account is told of by one message with all that is to be done
 * (module `compliance`), and not by two.
 */
function warned(kinds: readonly SecretKind[], { pushed }: Destination): SecretFamily[] {
  const told = pushed() ? kinds.filter((kind) => exposuresOf([kind]).length === 0) : kinds;
  return familiesOf(told);
}

function warning(family: SecretFamily, to: Destination): MessageDraft {
  if (family === 'identity') throw new Error('documents are not removed');
  if (!to.pushed()) return systemLine(`secret_removed_${family}`);
  return {
    kind: 'text',
    author: { type: 'bot', id: null, name: null },
    text: warningWords(family, to.locale),
    delivery: { state: 'queued', error: null },
  };
}
