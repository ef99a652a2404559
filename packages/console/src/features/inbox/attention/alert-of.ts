import type { AgentEvent, Conversation, SystemLine } from '@fairlead/contract';
import { type Standing, standingOf } from './standing-of.ts';

/** Something that an agent should hear of wherever they are in the console. */
export type Alert =
  /** It waits for them to open it; it became theirs by others; its customer has written. */
  | { kind: 'offered' | 'given' | 'message'; conversation: Conversation; text: string }
  /** What its customer wrote tells of a danger. */
  | { kind: 'danger'; conversation: Conversation; line: SystemLine }
  | { kind: 'mentioned'; conversationId: string; messageId: string; by: string };

/** What an agent knows as an event comes. */
interface Knowing {
  agentId: string;
  /** The thread that is on screen, in a page that is in sight. */
  watched: string | null;
  /** How they stood to the event's conversation before; `unknown` until their conversations are loaded. */
  before: Standing | 'none' | 'unknown';
}

const dangers: ReadonlySet<SystemLine> = new Set(['heard_stolen', 'heard_self_harm']);

/** Decides whether an event is worth an alert to an agent, and which. What they are looking at is none. */
export function alertOf(event: AgentEvent, { agentId, watched, before }: Knowing): Alert | null {
  if (event.type === 'mentioned') {
    const { conversationId, messageId, by } = event;
    return conversationId === watched ? null : { kind: 'mentioned', conversationId, messageId, by };
  }
  if (event.type !== 'message.posted' && event.type !== 'conversation.changed') return null;
  const { conversation } = event;
  const now = standingOf(conversation, agentId);
  if (!now || conversation.id === watched) return null;
  const line = event.type === 'message.posted' ? event.message.system?.key : undefined;
  if (line && dangers.has(line)) return { kind: 'danger', conversation, line };
  const text = conversation.preview?.text ?? '';
  // An offer is told of once, whatever its customer adds to it.
  if (now === 'offered') return before === 'offered' ? null : { kind: 'offered', conversation, text };
  if (event.type === 'message.posted' && event.message.author.type === 'customer')
    return { kind: 'message', conversation, text: event.message.text };
  return before === 'none' ? { kind: 'given', conversation, text } : null;
}
