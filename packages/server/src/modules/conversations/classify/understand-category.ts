import { type Category, categoryOfIntent, mappedIntents, topCategoryOf } from '@fairlead/contract';
import { guessIntents } from '@fairlead/understanding';

/** A category, and how likely or how far ahead it is: 0 to 1. */
export interface Sorted {
  readonly category: Category;
  readonly confidence: number;
}

/** Below this a category of the second level is not said. */
const enough = 0.4;
/** From here on what was understood counts where words tell nothing; from `certain` on also against them. */
const likely = 0.6;
const certain = 0.8;
/** Words that are less far ahead of others speak of two things. */
const alone = 0.6;

const link = /https?:\/\/\S+/giu;
const words = /\p{L}{2}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * What a text is about, as the classifier of intents understands it: the second level where one is likely enough, else the upper level. What
 * concerns no customer of an exchange is `other`.
 */
export function understandCategory(text: string): Sorted {
  // A link alone says nothing, whatever others have asked beside one.
  if (!words.test(text.replace(link, ' '))) return { category: 'other', confidence: 0 };
  const lower = new Map<Category, number>();
  const upper = new Map<Category, number>();
  for (const { label, probability } of guessIntents(text)) {
    const category = categoryOfIntent(label);
    const top = topCategoryOf(category);
    lower.set(category, (lower.get(category) ?? 0) + probability);
    upper.set(top, (upper.get(top) ?? 0) + probability);
  }
  const exact = likeliest(lower);
  return exact.confidence >= enough ? exact : likeliest(upper);
}

function likeliest(held: ReadonlyMap<Category, number>): Sorted {
  const [[category, probability] = ['other', 0] as const] = [...held].toSorted(([, a], [, b]) => b - a);
  // Nobody is certain.
  return { category, confidence: Math.min(probability, 0.99) };
}

const ofIntents = new Set(mappedIntents.map(categoryOfIntent));

/** Of what words tell (`found`) and what was understood, the one to go by. */
export function chooseCategory(found: Sorted, understood: Sorted): Sorted {
  const [top, foundTop] = [topCategoryOf(understood.category), topCategoryOf(found.category)];
  if (top === 'other') return found;
  if (found.category === 'other') return understood.confidence >= likely ? understood : found;
  // Of two things people choose; and what no intent is about, such as a large withdrawal, words alone can tell.
  if (found.confidence < alone || !(ofIntents.has(found.category) || found.category === foundTop))
    return found;
  if (top !== foundTop) return understood.confidence >= certain ? understood : found;
  if (understood.category === top) return found;
  return { ...understood, confidence: Math.max(found.confidence, understood.confidence) };
}
