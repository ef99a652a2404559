import type { Locale, UsedMacro, UsedTranslation } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';

/** A message that an agent has just written, in a transaction that still goes on. */
export interface MadeWithMacros {
  readonly actor: AgentActor;
  readonly agentName: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly macros: readonly UsedMacro[];
}

/** A reply that is a translation, in a transaction that still goes on. */
export interface SentTranslation {
  readonly actor: AgentActor;
  readonly conversation: Pick<ConversationRecord, 'id' | 'teamId' | 'assigneeId'>;
  readonly message: Pick<MessageRecord, 'id' | 'text' | 'quickReplies' | 'translatedFrom'>;
  readonly translation: UsedTranslation;
}

/** A reply that is the translation of a draft, before it is written. */
export interface TranslatedReply {
  readonly agentId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly translationId: string;
}

/** What modules above do before a message is committed, and what they know of a conversation. */
export interface ConversationPorts {
  /** Does what the macros do beside the message. Throws the refusal of an action: then the message is not written either. */
  doMacros: (tx: Tx, platform: Platform, made: MadeWithMacros) => Promise<void>;
  /** The language that a reply was written in, where its reader is to be told that it is a translation; null otherwise. */
  translatedFrom: (tx: Tx, reply: TranslatedReply) => Promise<Locale | null>;
  /** Keeps what the agent wrote before it was translated. Throws the refusal: then the message is not written either. */
  keepTranslation: (tx: Tx, platform: Platform, sent: SentTranslation) => Promise<void>;
  /** The whole address at which a conversation's customer says how it was; null where they cannot. */
  ratingLink: (platform: Platform, conversationId: string) => Promise<string | null>;
  /** Whether a customer may be told something in the live chat though they have none open. */
  expectsNews: (reader: Reader, customerId: string) => Promise<boolean>;
}
