/**
 * What a message says besides its matter: `wants_person`, not the assistant; `account_stolen`, somebody else is in the account or did what
 * the customer did not; `access_taken`, what opens the account is in somebody's hands: its address or number was changed by another, a password was typed into a false page, the
 * telephone with its codes was stolen; `other_stolen`, what was stolen is not the account: a bank card, a purse, a wallet of one's own; `complaint`, a formal one, or lawyers, regulators, police; `self_harm` and `distress`, a person who needs care; `yes`
 * and `no`, an answer to what was asked; `not_helpful`, the answer before did not help; `not_now`, that what it tells of was long ago, is solved, did not happen or is only supposed; `asks_how`, how something is done, or whether
 * it can be; `injection`, words meant for a machine.
 */
export const signals = [
  'wants_person',
  'account_stolen',
  'access_taken',
  'other_stolen',
  'complaint',
  'self_harm',
  'distress',
  'angry',
  'urgent',
  'injection',
  'thanks',
  'greeting',
  'yes',
  'no',
  'not_helpful',
  'not_now',
  'asks_how',
] as const;
export type Signal = (typeof signals)[number];

/**
 * How a language says a signal, by phrases parted by `|`. Accents, case and signs do not count. In a phrase `…` stands for a few words
 * between, `*` at the end of a word for any ending; `=` before it means that the whole message is that, civilities aside, and `^` that the message begins
 * so and then stops; `#` is any age of 70 years and more. `together` are pairs of lists that say it where
 * a phrase of each stands anywhere in the message. `unless` are phrases that look like the signal and are not: what they cover does not count.
 */
export interface SignalPhrases {
  readonly says?: string;
  readonly together?: ReadonlyArray<readonly [string, string]>;
  readonly unless?: string;
}

/** The phrases of one language; its civilities, which change nothing in a message of two or three words; and what it calls people who help, understood with a typing error too. */
export type SignalWords = Readonly<Partial<Record<Signal, SignalPhrases>>> & {
  readonly civil: string;
  readonly people: string;
};
