import type { Locale } from '@fairlead/contract';
import type { Concept } from '@fairlead/understanding';
import type { Danger } from './danger-in.ts';

/** What a customer wrote to people, on a page in a language. */
export interface Said {
  readonly text: string;
  readonly page: Locale;
}

/** By what a thread that hears understands: null for what came along. */
export interface HearsBy {
  readonly model: Uint8Array | null;
  readonly concepts: readonly Concept[] | null;
}

/** What it is asked. */
export interface ToHear {
  readonly id: number;
  readonly said: readonly Said[];
}

/** What it says: one for each that was said, in its order. */
export interface HeardByThread {
  readonly id: number;
  readonly dangers: ReadonlyArray<Danger | null>;
}
