import { languageOf } from '@fairlead/contract';
import { learnedLanguages, type Signal } from '@fairlead/understanding';
import type { Heard } from '../understand/heard.ts';

/** What may cost somebody their money or their life while they wait: an account in somebody else's hands, and a person who may hurt themselves. */
export type Danger = 'stolen' | 'self_harm';

const stolen = 'account.hacked';
/** What else somebody asks for whose account is in danger. */
const inDanger: ReadonlySet<string> = new Set([stolen, 'account.freeze', 'withdrawal.cancel']);
/** Of a learned language, the classifier must not hold it to be about all else. */
const atLeast = 0.1;
/** How sure the classifier must be where words do not say it. */
const sure = 0.7;

/** The danger that is said in so many words. */
export function dangerSaid(signals: ReadonlySet<Signal>): Danger | null {
  if (signals.has('self_harm')) return 'self_harm';
  return signals.has('account_stolen') ? 'stolen' : null;
}

/**
 * The danger in a message to people, where an alarm too many disturbs them and frightens whoever wrote: only one that is now, that its words and the classifier
 * agree on, or that the classifier is sure of. In a chat of its own the assistant is less strict (`decideTurn`). Pure.
 */
export function dangerNow({ locale, signals, guesses }: Heard): Danger | null {
  const said = dangerSaid(signals);
  if (said === 'self_harm') return said;
  if (signals.has('not_now')) return null;
  const likely = guesses.reduce((sum, it) => (inDanger.has(it.label) ? sum + it.probability : sum), 0);
  if (said && (likely >= atLeast || !learnedLanguages.has(languageOf(locale)))) return said;
  const [best] = guesses;
  const understood = best?.label === stolen && best.probability >= sure && !signals.has('injection');
  return understood ? 'stolen' : null;
}
