import { languageOf } from '@fairlead/contract';
import { learnedLanguages, type Signal } from '@fairlead/understanding';
import type { Heard } from '../understand/heard.ts';

/** What may cost somebody their money or their life while they wait: an account in somebody else's hands, and a person who may hurt themselves. */
export type Danger = 'stolen' | 'self_harm';

const stolen = 'account.hacked';
/** What else somebody asks for whose account is in danger. */
const inDanger: readonly string[] = [stolen, 'account.freeze', 'withdrawal.cancel'];
/** What that sounds like where somebody has come by what opens the account, and where words alone tell it from what else is asked of these. */
const withAccess: readonly string[] = [
  ...inDanger,
  'account.change_contact',
  'account.login_failed',
  'account.lost_2fa',
  'account.official_check',
  'account.password_reset',
];
/** Of a learned language, the classifier must not hold it to be about all else. */
const atLeast = 0.1;
/** How sure the classifier must be where words do not say it. */
const sure = 0.7;

/** The danger that is said in so many words. */
export function dangerSaid(signals: ReadonlySet<Signal>): Danger | null {
  if (signals.has('self_harm')) return 'self_harm';
  const accessTaken = signals.has('access_taken') && !signals.has('not_now');
  return signals.has('account_stolen') || accessTaken ? 'stolen' : null;
}

/** What is heard in a message, as far as a danger is told by it. */
interface HeardOfDanger extends Pick<Heard, 'locale' | 'signals' | 'guesses'> {
  /** Whether the classifier guesses this intent first and is so sure of it: most messages are asked nothing more. */
  readonly isSurely: (intent: string, atLeast: number) => boolean;
}

/**
 * The danger in a message to people, where an alarm too many disturbs them and frightens whoever wrote: only one that is now, that its words and the classifier
 * agree on, or that the classifier is sure of. In a chat of its own the assistant is less strict (`decideTurn`). Pure.
 */
export function dangerNow(heard: HeardOfDanger): Danger | null {
  const { signals } = heard;
  const said = dangerSaid(signals);
  if (said === 'self_harm') return said;
  if (signals.has('not_now')) return null;
  if (said && isBorneOut(heard)) return said;
  // What is stolen of a card or of another's wallet sounds the same to the classifier.
  if (signals.has('injection') || signals.has('other_stolen')) return null;
  return heard.isSurely(stolen, sure) ? 'stolen' : null;
}

/** Whether the classifier does not speak against what words say; of a language that it has not learned, it has no say. */
function isBorneOut(heard: HeardOfDanger): boolean {
  const labels = heard.signals.has('access_taken') ? withAccess : inDanger;
  const likely = heard.guesses.reduce(
    (sum, it) => (labels.includes(it.label) ? sum + it.probability : sum),
    0,
  );
  return likely >= atLeast || !learnedLanguages.has(languageOf(heard.locale));
}
