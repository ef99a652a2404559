import { type FlowSlots, type HandOverReason, languageOf } from '@fairlead/contract';
import { learnedLanguages } from '@fairlead/understanding';
import { dangerSaid } from '../danger/danger-in.ts';
import { passageKey } from '../retrieve/passage.ts';
import type { RankedArticle } from '../retrieve/rank-articles.ts';
import { isPlainWish } from '../understand/alert-wish.ts';
import type { Heard } from '../understand/heard.ts';
import type { Decision, Saying } from './decision.ts';
import { askedOfTheSame, flowOfIntent, flowOfTransfer, slotsOfIntent } from './flow-of-intent.ts';
import type { Memory } from './memory.ts';
import { patience, type Thresholds } from './thresholds.ts';

/** What a decision is made from. */
export interface Turn {
  readonly heard: Heard;
  readonly memory: Memory;
  /** The best first; those that were given before are among them. */
  readonly articles: readonly RankedArticle[];
  readonly thresholds: Thresholds;
  /** More was asked within a short time than one person asks. */
  readonly flooding: boolean;
  /** It is switched off. */
  readonly off: boolean;
}

const outOfScope = 'out_of_scope';
/** Of which a text has no more, it may go on from what was said before. */
const fewWords = 6;
/** Of which a question has no more that asks on about what was just told. */
const questionWords = 10;
/** How certain it must be of what is written in a language that it has not learned. */
const certain = 0.8;
/** By how much words must fit better where they are to count more than a sure intent, but for who asks how something is done: an article of trouble is no answer to that. Chosen on conversations that may be looked at and on queries. */
const wordsAhead = 0.3;
/** Whoever names a transaction speaks of one of these, whatever else it looks like. */
const aboutTransfers = /^(?:deposit|withdrawal)\./;
const stolen = 'account.hacked';
/** What somebody is taken to ask who was robbed elsewhere. */
const losses: ReadonlySet<string> = new Set([stolen, outOfScope]);
/** Whether what contacted somebody is really the exchange. */
const officialCheck = 'account.official_check';
const marketAlert = 'market.risk_alert';
/** Intents for which people are there. */
const people: Readonly<Record<string, HandOverReason>> = {
  'assistant.human': 'asked',
  [stolen]: 'stolen',
  'feedback.complaint': 'complaint',
};

/** Who lost a bank card or the coins of a wallet of their own sounds like one whose account was taken over, and is told what helps them: there is no account to freeze. */
const reasonFor = (intent: string, { signals }: Heard): HandOverReason | undefined =>
  intent === stolen && signals.has('other_stolen') ? undefined : people[intent];

/**
 * What the assistant does next. What may cost somebody their money or more goes to people at once, then whoever asks for them; then what was
 * asked is gone on with; then what was understood decides, and what was not understood is said to be so, once, before people go on. Pure.
 */
export function decideTurn(turn: Turn): Decision {
  return forPeople(turn) ?? goOn(turn) ?? byWords(turn) ?? byIntent(turn);
}

const handOver = (reason: HandOverReason, selfHarm = false): Decision => ({
  kind: 'hand_over',
  reason,
  selfHarm,
});

function forPeople({ heard, flooding, off, thresholds }: Turn): Decision | undefined {
  const { signals, guesses } = heard;
  const danger = dangerSaid(signals);
  if (danger) return danger === 'self_harm' ? handOver('vulnerable', true) : handOver('stolen');
  if (signals.has('wants_person')) return handOver('asked');
  if (signals.has('complaint')) return handOver('complaint');
  if (signals.has('distress')) return handOver('vulnerable');
  const [best] = guesses;
  const reason = best && reasonFor(best.label, heard);
  // A person too many costs less than one too few; but what is meant for a machine often sounds like one or the other.
  const enough = signals.has('injection') ? thresholds.answer : thresholds.hedge;
  if (reason && best.probability >= enough) return handOver(reason);
  if (off) return handOver('unsure');
  return flooding ? handOver('busy') : undefined;
}

/** An answer to what was asked. */
function goOn(turn: Turn): Decision | undefined {
  const { heard, memory } = turn;
  const { asked, last } = memory;
  if (!asked) return undefined;
  const said = plain(heard.text);
  if (asked.of === 'article') {
    const chosen = asked.choices.find((it) => plain(it.text) === said);
    return chosen && chooseIntent(chosen.intent, turn, false);
  }
  const chosen = asked.choices.find((it) => plain(it.text) === said)?.slots;
  const told =
    chosen ?? agreed(turn, asked.slot) ?? (heard.slots[asked.slot] === undefined ? undefined : heard.slots);
  return (
    told && { kind: 'flow', intent: last?.intent ?? '', flow: asked.flow, slots: { ...asked.slots, ...told } }
  );
}

/** Yes or no, in words of their own, to what is asked before it is done. */
function agreed({ heard: { signals } }: Turn, slot: keyof FlowSlots): FlowSlots | undefined {
  if (slot !== 'confirmed' || signals.has('yes') === signals.has('no')) return undefined;
  return { confirmed: signals.has('yes') ? 'yes' : 'no' };
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** What needs no intent: small words, and what is nothing to answer. */
function byWords({ heard, memory, thresholds }: Turn): Decision | undefined {
  const { signals, guesses } = heard;
  if (signals.has('injection')) return say('out_of_scope');
  const [best] = guesses;
  // Small words before a question are not what it is about.
  const question = best && !small.has(best.label) && best.probability >= thresholds.answer;
  if (question && !isShort(heard.text)) return undefined;
  if (signals.has('not_helpful') || (signals.has('no') && memory.last)) return failed(memory, 'did_not_help');
  const short = isShort(heard.text);
  const likely = best && !small.has(best.label) && best.probability >= thresholds.hedge;
  if (signals.has('thanks') && (short || !likely)) return say('thanks');
  // Whoever greets and goes on has come for what follows, even where that is not understood.
  if (signals.has('greeting') && !question && (short || !best || smallTalk.has(best.label)))
    return greet(memory);
  if (signals.has('yes') && memory.last) return say('go_on');
  return undefined;
}

const smallTalk = new Set(['assistant.greeting', 'assistant.thanks']);
const small = new Set([...smallTalk, outOfScope]);
const say = (what: Saying): Decision => ({ kind: 'say', what });

/** Who it is it says once: whoever greets again, or says that they have a problem, is asked what it is. */
const greet = ({ greeted }: Memory): Decision => say(greeted ? 'go_on' : 'greet');

/** It could not help: it says so, and after a few times people go on. */
const failed = (memory: Memory, what: Saying): Decision =>
  memory.failures + 1 >= patience ? handOver('unsure') : say(what);

function byIntent(turn: Turn): Decision {
  const { heard, memory, thresholds, articles } = turn;
  const [best, next] = heard.guesses.filter((it) => it.label !== outOfScope);
  const out = heard.guesses.find((it) => it.label === outOfScope)?.probability ?? 0;
  const sure = best?.probability ?? 0;
  // Whoever lost coins of a wallet of their own, or a card, is told what they can do, whether or not that is thought to be our matter.
  if (heard.signals.has('other_stolen') && losses.has(heard.guesses[0]?.label ?? outOfScope))
    return answerFrom(articles, stolen, memory, true, true);
  // Who sends a link and nothing else wants to know what it is.
  if (heard.slots.contact !== undefined && heard.slots.contact === heard.text.trim())
    return chooseIntent(officialCheck, turn, false);
  // Who says so plainly wishes it, whatever else it looks like; and is asked before it is done.
  if (wishesAlert(heard)) return chooseIntent(marketAlert, turn, false);
  if (!learnedLanguages.has(languageOf(heard.locale)) && sure < certain) return handOver('unsure');
  if (heard.slots.txid !== undefined) {
    // Looked up, it tells what nobody could be sure of.
    if (best && aboutTransfers.test(best.label)) return chooseIntent(best.label, turn, false);
    const about = memory.last && aboutTransfers.test(memory.last.intent) ? memory.last.intent : undefined;
    return chooseIntent(about ?? 'deposit.not_credited', turn, false);
  }
  if (best && sure >= thresholds.hedge && memory.last && isOfTheSame(best.label, heard, memory))
    return chooseIntent(memory.last.intent, turn, false);
  if (best && sure >= thresholds.answer) return chooseIntent(best.label, turn, false);
  if (memory.last && goesOn(heard, memory.last.intent)) return chooseIntent(memory.last.intent, turn, false);
  // A strange link looks out of scope; looking it up harms nobody who meant something else.
  if (best?.label === officialCheck && sure >= thresholds.clarify && heard.slots.contact !== undefined)
    return chooseIntent(officialCheck, turn, false);
  if (out >= thresholds.outOfScope) return say('out_of_scope');
  if (!best || sure < thresholds.hedge) {
    const close = [best, next].filter((it) => it !== undefined && it.probability >= thresholds.clarify);
    return close.length === 2 ? clarify(turn) : failed(memory, 'abstain');
  }
  if (next && next.probability >= thresholds.clarify) return clarify(turn);
  // What nobody is sure of, words decide more than the intent.
  const [found] = articles.toSorted((a, b) => byWordsFirst(b) - byWordsFirst(a));
  if (!found || found.intents.includes(best.label)) return chooseIntent(best.label, turn, true);
  // A few words more about what was said before, which neither of the two places: a passage about something else would be no answer.
  if (memory.last && isShort(heard.text)) return failed(memory, 'abstain');
  return answerFrom([{ ...found, intents: [best.label] }], best.label, memory, true);
}

/** A price, a move or networks of an asset, of which somebody plainly wishes to be told. */
const wishesAlert = ({ text, slots }: Heard): boolean =>
  slots.alert !== undefined &&
  slots.alert !== 'list' &&
  slots.alert !== 'stop' &&
  slots.asset !== undefined &&
  isPlainWish(text);

const byWordsFirst = ({ fit, likely }: RankedArticle): number => 0.6 * fit + 0.4 * likely;

/** Whether a text has no subject of its own: a few words, such as another network. */
const goesOn = ({ text, slots: { contact, ...others } }: Heard, intent: string): boolean =>
  isShort(text) && (Object.keys(others).length > 0 || (contact !== undefined && intent === officialCheck));

/** Whether a few words that name nothing ask on about what a flow has just found. */
const isOfTheSame = (intent: string, { text, slots }: Heard, { found }: Memory): boolean =>
  found !== null &&
  askedOfTheSame[found]?.has(intent) === true &&
  wordsIn(text) <= questionWords &&
  Object.keys(slots).length === 0;

const isShort = (text: string): boolean => wordsIn(text) <= fewWords;

const wordsIn = (text: string): number =>
  text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}]+/gu)?.length ?? 0;

/** One question, about the intents that are likely and of which an article tells; asked once. */
function clarify(turn: Turn): Decision {
  const { heard, memory, thresholds, articles } = turn;
  if (memory.asked?.of === 'article') return failed(memory, 'abstain');
  const intents = heard.guesses
    .filter(({ label, probability }) => probability >= thresholds.clarify / 2 && !small.has(label))
    .filter(({ label }) => articles.some((it) => it.intents.includes(label)))
    .slice(0, 3)
    .map((it) => it.label);
  const [only] = intents;
  if (intents.length > 1) return { kind: 'clarify', intents };
  return only ? chooseIntent(only, turn, true) : failed(memory, 'abstain');
}

/** What is done about an intent: people where they are there for it, a flow where one looks into it, else the best passage not yet given. */
function chooseIntent(intent: string, turn: Turn, hedged: boolean): Decision {
  const { heard, memory, articles } = turn;
  const asksHow = heard.signals.has('asks_how');
  if (intent === 'assistant.greeting') return greet(memory);
  if (intent === 'assistant.thanks') return say('thanks');
  const reason = reasonFor(intent, heard);
  if (reason) return handOver(reason);
  const flow = flowOfIntent[intent] ?? (heard.slots.txid === undefined ? undefined : flowOfTransfer(intent));
  const slots: FlowSlots = {
    ...slotsOfIntent[intent],
    ...(memory.last?.intent === intent ? memory.last.slots : {}),
    ...heard.slots,
  };
  // What nobody named cannot be looked up, and what was named before is not what is asked now.
  if (flow === 'official' && heard.slots.contact === undefined)
    return answerFrom(articles, intent, memory, hedged, asksHow);
  // Alerts are asked about anew each time: what was agreed to before is done.
  if (flow === 'alerts')
    return heard.slots.alert === undefined || hedged
      ? answerFrom(articles, intent, memory, hedged, asksHow)
      : { kind: 'flow', intent, flow, slots: heard.slots };
  // Who names nothing of their own may ask what a word means, and not what became of something.
  const explained =
    Object.keys(heard.slots).length === 0 && byWordsAlone(articles, intent, wordsAhead) !== undefined;
  if (flow && !hedged && !explained) return { kind: 'flow', intent, flow, slots };
  return answerFrom(articles, intent, memory, hedged, asksHow);
}

/**
 * The article that says of itself by no intent what it is about, where its words fit best of all and better by much than those of articles about the
 * intent: nothing else could ever lead to it.
 */
function byWordsAlone(
  articles: readonly RankedArticle[],
  intent: string,
  by: number,
): RankedArticle | undefined {
  const about = articles.filter((it) => it.intents.includes(intent));
  const expected = Math.max(0, ...about.map((it) => it.fit));
  const [best] = articles.toSorted((a, b) => b.fit - a.fit);
  return best && best.intents.length === 0 && best.fit >= expected + by ? best : undefined;
}

/** The best passage about an intent that was not given before. */
export function answerFrom(
  articles: readonly RankedArticle[],
  intent: string,
  memory: Memory,
  hedged: boolean,
  asksHow = false,
): Decision {
  const byWords = byWordsAlone(articles, intent, asksHow ? 0 : wordsAhead);
  const about = [...(byWords ? [byWords] : []), ...articles.filter((it) => it.intents.includes(intent))];
  const fresh = (about.length > 0 ? about : articles.slice(0, 1))
    .flatMap((it) => it.passages)
    .find((it) => !memory.given.includes(passageKey(it)));
  return fresh ? { kind: 'answer', intent, passage: fresh, hedged } : failed(memory, 'did_not_help');
}
