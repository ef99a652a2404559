import type { Agent, Locale } from '@fairlead/contract';
import type { Reader, Tx } from '../../platform/database/database.ts';

/** What is known of a new agent besides how they sign in. */
export interface NewAgentProfile {
  id: string;
  name: string;
  locale: Locale;
  teamIds: string[];
  languages: { language: string; level: 1 | 2 | 3 }[];
}

/** Port to the people module, which keeps who an agent is: this module keeps only how they sign in. */
export interface AgentProfiles {
  /** Throws `people.team_not_found`. */
  create(tx: Tx, profile: NewAgentProfile): Promise<void>;
  rename(tx: Tx, id: string, name: string): Promise<void>;
  /** The agent as colleagues see them. */
  view(reader: Reader, id: string): Promise<Agent>;
}
