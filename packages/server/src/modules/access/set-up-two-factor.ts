import type { AgentActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { provePassword } from './prove-password.ts';
import { keepPendingSecret } from './second-factor-store.ts';
import { newTotpSecret, totpUri } from './totp.ts';
import { readInstallation } from './view-me.ts';

/** Begins to set up an authenticator app. One that is in force stays so until the new one is confirmed by a code. */
export async function setUpTwoFactor(
  platform: Platform,
  actor: AgentActor,
  { password }: { password: string },
): Promise<{ secret: string; uri: string }> {
  const account = await provePassword(platform, actor.id, password);
  const secret = newTotpSecret();
  return platform.database.write(async (tx) => {
    await keepPendingSecret(tx, account.id, platform.keys.seal(secret));
    const { organisation } = await readInstallation(tx);
    return { secret, uri: totpUri(secret, account.email, organisation || 'Fairlead') };
  });
}
