import type { AgentEvent, Conversation } from '@fairlead/contract';

const remembered = 15_000;

/**
 * The latest news of each conversation, for a short while. A list that was asked for before an event and answered after it would
 * otherwise undo the event.
 */
export class RecentNews {
  readonly #latest = new Map<string, { conversation: Conversation; at: number }>();

  note(event: AgentEvent, now: number): void {
    if (event.type === 'conversation.removed') this.#latest.delete(event.conversationId);
    if (event.type !== 'message.posted' && event.type !== 'conversation.changed') return;
    const { conversation } = event;
    const held = this.#latest.get(conversation.id)?.conversation;
    if (held && held.version > conversation.version) return;
    // Deleted first, so that the map stays in the order of time.
    this.#latest.delete(conversation.id);
    this.#latest.set(conversation.id, { conversation, at: now });
  }

  /** What came lately, oldest first; forgets the rest. */
  list(now: number): Conversation[] {
    for (const [id, { at }] of this.#latest) if (now - at > remembered) this.#latest.delete(id);
    return [...this.#latest.values()].map(({ conversation }) => conversation);
  }
}
