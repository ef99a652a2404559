import type { Loads } from './agent.ts';
import type { TeamGone, TeamInUse } from './delete-team.ts';
import type { ConversationCount } from './read-customers.ts';

/** What this module asks of those above it. */
export interface PeoplePorts {
  loads: Loads;
  teamInUse: TeamInUse;
  teamGone: TeamGone;
  conversationCount: ConversationCount;
}
