/** The macros of the demo, by what they are about. */
export const macroKeys = [
  'memo',
  'deposit',
  'wrong_network',
  'review',
  'fee',
  'kyc',
  'stolen',
  'two_factor',
  'p2p',
  'api',
  'fiat',
  'liquidation',
  'solved',
] as const;
export type MacroKey = (typeof macroKeys)[number];

/** What each of them says in one language. They promise nothing that the product cannot know. */
export type MacroTexts = Readonly<Record<MacroKey, string>>;
