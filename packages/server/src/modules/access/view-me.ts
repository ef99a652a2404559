import { type Me, permissions } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { readSetting } from '../../platform/setting-store.ts';
import { findAccount } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { readPolicy } from './policy.ts';
import { countRecoveryCodes } from './second-factor-store.ts';

/** The signed-in agent and what they may do. */
export async function viewMe(reader: Reader, profiles: AgentProfiles, actor: AgentActor): Promise<Me> {
  const agent = await profiles.view(reader, actor.id);
  const account = await findAccount(reader, actor.id);
  const policy = await readPolicy(reader);
  const enabled = Boolean(account?.secondFactor);
  return {
    agent,
    permissions: permissions.filter((permission) => actor.permissions.has(permission)),
    sessionId: actor.sessionId,
    twoFactor: {
      enabled,
      required: policy.requireTwoFactor,
      recoveryCodesLeft: enabled ? await countRecoveryCodes(reader, actor.id) : 0,
    },
    ...(await readInstallation(reader)),
  };
}

/** What everybody may know of the installation. */
export async function readInstallation(reader: Reader): Promise<{ organisation: string; demo: boolean }> {
  return {
    organisation: (await readSetting<string>(reader, 'organisation')) ?? '',
    demo: (await readSetting<boolean>(reader, 'demo')) ?? false,
  };
}
