import type { AgentEvent, Viewer } from '@fairlead/contract';

/** A customer who typed and fell silent without saying so stops after this. */
const typingHolds = 7_000;

const noViewers: readonly Viewer[] = [];

/** Who types and who looks at what, just now: kept nowhere, and right within seconds. */
export class HintStore {
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #viewers = new Map<string, readonly Viewer[]>();
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  isTyping(conversationId: string): boolean {
    return this.#typing.has(conversationId);
  }

  viewersOf(conversationId: string): readonly Viewer[] {
    return this.#viewers.get(conversationId) ?? noViewers;
  }

  apply(event: AgentEvent): void {
    if (event.type === 'customer.typing') this.#setTyping(event.conversationId, event.on);
    else if (event.type === 'message.posted' && event.message.author.type === 'customer') {
      this.#setTyping(event.conversation.id, false);
    } else if (event.type === 'viewers.changed') {
      if (event.viewers.length > 0) this.#viewers.set(event.conversationId, event.viewers);
      else this.#viewers.delete(event.conversationId);
      this.#tell();
    }
  }

  /** Without a socket nothing of this is known. */
  clear(): void {
    for (const timer of this.#typing.values()) clearTimeout(timer);
    this.#typing.clear();
    this.#viewers.clear();
    this.#tell();
  }

  #setTyping(id: string, on: boolean): void {
    const timer = this.#typing.get(id);
    if (!on && !timer) return;
    clearTimeout(timer);
    if (on)
      this.#typing.set(
        id,
        setTimeout(() => this.#setTyping(id, false), typingHolds),
      );
    else this.#typing.delete(id);
    if (on !== Boolean(timer)) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
