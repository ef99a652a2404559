import {
  type Category,
  categoryOfIntent,
  type MappedIntent,
  mappedIntents,
  topCategoryOf,
} from '@fairlead/contract';
import type { Guess } from '@fairlead/understanding';

/** What small talk means is no matter that a ticket is about. */
const smallTalk = /^assistant\./;
const mapped = new Set(mappedIntents.map(categoryOfIntent));

/** Whether tickets of a category may be about an intent. One that no intent has for its own is as wide as the upper one. */
function within(category: Category): (intent: string) => boolean {
  const top = topCategoryOf(category);
  const wide = category === top || !mapped.has(category);
  return (intent) => {
    const own = categoryOfIntent(intent);
    return own === category || (wide && topCategoryOf(own) === top);
  };
}

/** The intents that tickets of a category are about; of an upper one, those of all below it. `other` alone says nothing. Pure. */
export function intentsOfCategory(category: Category): MappedIntent[] {
  if (category === 'other') return [];
  const fits = within(category);
  return mappedIntents.filter((it) => !smallTalk.test(it) && fits(it));
}

/**
 * What a text should have been taken for, by the category that its ticket was given: of that category's intents the likeliest. Undefined where the
 * classifier was right all along, or the category says nothing. `guesses` are the likeliest first. Pure.
 */
export function correctionOfCategory(
  category: Category,
  guesses: readonly Guess[],
): MappedIntent | undefined {
  const candidates = intentsOfCategory(category);
  const [best] = guesses;
  if (best && within(category)(best.label)) return undefined;
  const likeliest = guesses.flatMap(({ label }) => candidates.filter((it) => it === label))[0];
  return likeliest ?? candidates[0];
}
