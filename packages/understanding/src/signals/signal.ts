/**
 * What a message says besides its matter: `wants_person`, not the assistant; `account_stolen`, somebody else is in the account or did what
 * the customer did not; `complaint`, a formal one, or lawyers, regulators, police; `self_harm` and `distress`, a person who needs care; `yes`
 * and `no`, an answer to what was asked; `not_helpful`, the answer before did not help; `not_now`, that what it tells of was long ago, is solved, did not happen or is only supposed; `injection`, words meant for a machine.
 */
export const signals = [
  'wants_person',
  'account_stolen',
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
] as const;
export type Signal = (typeof signals)[number];

/**
 * How a language says a signal, by phrases parted by `|`. Accents, case and signs do not count. In a phrase `…` stands for a few words
 * between, `*` at the end of a word for any ending; `=` before it means that the whole message is that, civilities aside, and `^` that the message begins
 * so and then stops; `#` is any age of 70 years and more. `unless` are phrases that look like the signal and are not: what they cover does not count.
 */
interface SignalPhrases {
  readonly says: string;
  readonly unless?: string;
}

/** The phrases of one language; its civilities, which change nothing in a message of two or three words; and what it calls people who help, understood with a typing error too. */
export type SignalWords = Readonly<Partial<Record<Signal, SignalPhrases>>> & {
  readonly civil: string;
  readonly people: string;
};
