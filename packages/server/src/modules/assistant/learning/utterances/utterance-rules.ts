import type { UtteranceFlaw } from '@fairlead/contract';
import { partsOf } from '../features.ts';

/** Of 1: texts that share so much of their parts teach nothing new. */
const nearlySame = 0.85;
/** Characters of a text that can be learned from. */
const [shortest, longest] = [4, 300];

/** Texts of one language to hold others against. */
export interface KnownTexts {
  /** Whether one of them is nearly the same. */
  has(text: string): boolean;
}

/** Prepares texts so that many can be held against them. */
export function knownTexts(texts: readonly string[]): KnownTexts {
  const all = texts.map((it) => new Set(partsOf(it)));
  return {
    has(text) {
      const own = partsOf(text);
      return own.length > 0 && all.some((it) => shareOf(own, it) >= nearlySame);
    },
  };
}

/** Dice's coefficient. */
function shareOf(own: readonly string[], other: ReadonlySet<string>): number {
  const total = own.length + other.size;
  // Too different in length to reach it.
  if (2 * Math.min(own.length, other.size) < nearlySame * total) return 0;
  return (2 * own.filter((it) => other.has(it)).length) / total;
}

/**
 * Why a text cannot teach anything; undefined where it can. What the assistant is measured by goes first: learned from, it would measure nothing.
 * Pure.
 */
export function flawOf(
  text: string,
  { heldOut, learned }: { heldOut: KnownTexts; learned: KnownTexts },
): UtteranceFlaw | undefined {
  const { length } = [...text.trim()];
  if (length < shortest || length > longest) return 'length';
  if (heldOut.has(text)) return 'held_out';
  return learned.has(text) ? 'known' : undefined;
}
