/**
 * How a language names what the shield looks at. A word counts by its beginning, in capitals or not; a space in it also stands for a hyphen
 * or for nothing.
 */
export interface ShieldWords {
  readonly seed: readonly string[];
  readonly privateKey: readonly string[];
  /** What is followed by a transaction's id or hash. */
  readonly transaction: readonly string[];
  readonly apiSecret: readonly string[];
  readonly password: readonly string[];
  /** Codes that open an account. */
  readonly code: readonly string[];
  /** What may be such a code, if nothing in `notCode` says otherwise. */
  readonly anyCode: readonly string[];
  /** What makes a number near a code something else. */
  readonly notCode: readonly string[];
  /** What says that a code has come. */
  readonly came: readonly string[];
  /** What brings codes: a message, a program. */
  readonly carrier: readonly string[];
  readonly card: readonly string[];
  /** What stands between a thing and what it is. */
  readonly is: readonly string[];
  /** What makes a number an amount or a time. */
  readonly unit: readonly string[];
}
