import type { Platform } from '../../../platform/platform.ts';
import type { Destination } from '../port.ts';
import type { EmailInbox } from './email-inbox.ts';
import { readEmailSecrets } from './email-inbox-store.ts';
import { forgetToken } from './mail-credentials.ts';
import { tokenIn } from './signed-in.ts';
import { smtpOptions } from './smtp-options.ts';

/** Where a letter of an inbox goes, and by which mail server. Throws as `smtpOptions` does. The inbox must have an SMTP server. */
export async function letterDestination(
  { database, keys, clock }: Pick<Platform, 'database' | 'keys' | 'clock'>,
  inbox: EmailInbox,
  address: string,
): Promise<Destination> {
  const secrets = await readEmailSecrets(database.reader(), keys, inbox.inboxId);
  const options = await smtpOptions(inbox, secrets, clock.now());
  const token = tokenIn(options);
  return {
    address,
    threadKey: null,
    credentials: { smtp: JSON.stringify(options) },
    ...(token !== null && {
      renew: async () => {
        forgetToken(secrets, token);
        return { smtp: JSON.stringify(await smtpOptions(inbox, secrets, clock.now())) };
      },
    }),
  };
}
