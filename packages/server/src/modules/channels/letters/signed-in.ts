import type { EmailSecrets } from './email-inbox.ts';
import { forgetToken } from './mail-credentials.ts';
import { mailTrouble } from './mail-trouble.ts';

/**
 * Does what signs in to a mail server. An access token may be refused before it ends (its grant was changed, the server forgot it): then
 * it is done once more with a new one. Throws what `prepare` and `work` throw.
 */
export async function signedIn<Options extends { auth?: object | undefined }, Result>(
  secrets: EmailSecrets,
  prepare: () => Promise<Options>,
  work: (options: Options) => Promise<Result>,
): Promise<Result> {
  const options = await prepare();
  try {
    return await work(options);
  } catch (error) {
    const token = tokenIn(options);
    if (token === null || mailTrouble(error).code !== 'channels.mail_sign_in_refused') throw error;
    forgetToken(secrets, token);
    return work(await prepare());
  }
}

/** The access token that options sign in with; null for a password, or for nobody. */
export function tokenIn({ auth }: { auth?: object | undefined }): string | null {
  const { accessToken } = (auth ?? {}) as { accessToken?: unknown };
  return typeof accessToken === 'string' ? accessToken : null;
}
