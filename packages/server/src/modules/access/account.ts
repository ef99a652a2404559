import { permissionsOf, type Role } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';

export type AccountStatus = 'invited' | 'active' | 'disabled';

/** How an agent signs in. */
export interface Account {
  id: string;
  email: string;
  /** Null until the invitation is taken up. */
  passwordHash: string | null;
  roles: Role[];
  status: AccountStatus;
  /** The second factor in force: its sealed secret, and the time step of the last code taken. */
  secondFactor: { sealedSecret: string; lastStep: number | null } | null;
  /** A sealed secret that waits for its first code. */
  pendingSecret: string | null;
}

/** The account as the one who acts. */
export function actorOf(account: Account, sessionId: string, mustSetUpTwoFactor: boolean): AgentActor {
  return {
    type: 'agent',
    id: account.id,
    roles: account.roles,
    permissions: permissionsOf(account.roles),
    sessionId,
    mustSetUpTwoFactor,
  };
}
