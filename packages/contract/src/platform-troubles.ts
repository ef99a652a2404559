import { deliveryTroubles } from './delivery-troubles.ts';

/**
 * Why an inbox or a post does not do what it should on its platform, where we say so and not the platform: the words that are kept and written to the log.
 * What the platform adds may stand behind them, after a colon. Screens say it in their reader's language, by `platformTroubleOf`.
 */
export const platformTroubles = {
  timed_out: deliveryTroubles.timed_out,
  cannot_send: deliveryTroubles.cannot_send,
  file_type: deliveryTroubles.file_type,
  file_size: deliveryTroubles.file_size,
  not_connected: 'the inbox is not connected',
  renewing: 'the sign-in is being renewed',
  enter_token: 'enter an access token, or sign in with X',
  not_a_page: 'the token is not one of a page',
  wrong_aes_key: 'an EncodingAESKey has 43 letters and digits',
  unexpected_answer: 'the platform answered something else than was asked for',
  answer_too_large: 'an answer that is too large',
  no_https: 'no address by HTTPS',
  not_public: 'an address that is not public',
  subscription_left: 'the former subscription could not be ended',
  no_text: 'there is no text in this language',
  cannot_change: 'the channel cannot change a post',
  cannot_take_back: 'the channel cannot take a post back',
  post_unknown: 'the post is not known',
  still_checking: 'the platform is still checking the article',
  not_published: 'not published',
} as const;
export type PlatformTrouble = keyof typeof platformTroubles;

/** Which trouble of ours some words name, and what the platform adds to it; undefined for a platform's own words alone. Pure. */
export function platformTroubleOf(
  words: string,
): { trouble: PlatformTrouble; theirs: string | null } | undefined {
  const known = Object.entries(platformTroubles) as Array<[PlatformTrouble, string]>;
  for (const [trouble, ours] of known) {
    if (words === ours) return { trouble, theirs: null };
    if (words.startsWith(`${ours}: `)) return { trouble, theirs: words.slice(ours.length + 2) };
  }
  return undefined;
}
