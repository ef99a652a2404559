import type { UsedMacro } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';

/** A message that an agent has just written, in a transaction that still goes on. */
export interface MadeWithMacros {
  readonly actor: AgentActor;
  readonly agentName: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly macros: readonly UsedMacro[];
}

/** What modules above do before a message is committed. */
export interface ConversationPorts {
  /** Does what the macros do beside the message. Throws the refusal of an action: then the message is not written either. */
  doMacros: (tx: Tx, platform: Platform, made: MadeWithMacros) => Promise<void>;
}
