import { z } from 'zod';
import type { Channel } from './channels.ts';

/** What a channel's platform said when it was last asked: a code of the catalogue and the platform's own words. */
const socialTrouble = z.object({
  code: z.enum([
    'channels.platform_unreachable',
    'channels.platform_sign_in_refused',
    'channels.platform_refused',
  ]),
  words: z.string(),
});
export type SocialTrouble = z.infer<typeof socialTrouble>;

/** One thing that an inbox signs in to its platform with. */
export interface CredentialField {
  readonly name: string;
  /** Never shown again once it is kept. */
  readonly secret: boolean;
  readonly optional: boolean;
}

/** What an inbox of a channel with a platform behind it signs in with; channels without are absent. */
export const socialCredentials: { readonly [Name in Channel]?: readonly CredentialField[] } = {};
