import type { CertifiedUntil, Locale, Presence, WorkingWeek } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';

/** A language that an agent writes, without its region, and how well: 1 can help out, 2 works in it, 3 native. */
export interface LanguageSkill {
  language: string;
  level: 1 | 2 | 3;
}

/** An agent as this module keeps them; how they sign in is the access module's. */
export interface AgentRecord {
  id: string;
  name: string;
  locale: Locale;
  avatarHue: number;
  languages: LanguageSkill[];
  skills: string[];
  /** The last day, in UTC, of skills that are not held for good. */
  certifiedUntil: CertifiedUntil;
  /** When conversations are offered to them; null for whenever they are online. */
  schedule: WorkingWeek | null;
  capacity: { chat: number };
  presence: Presence;
  lastActiveAt: Date | null;
  teamIds: string[];
}

/** Port to the module that knows who holds which conversation: how many each agent holds now; an agent with none may be left out. */
export type Loads = (reader: Reader, agentIds: readonly string[]) => Promise<Map<string, number>>;
