import type {
  AssistantSettings,
  FlowSlots,
  HandOverReason,
  Locale,
  MessageParams,
  MessageSource,
} from '@fairlead/contract';
import { languageOf, maximumQuickReplies, maximumQuickReplyLength } from '@fairlead/contract';
import type { IntentGuesser } from '@fairlead/understanding';
import type { Clock } from '../../platform/clock.ts';
import type { News } from '../announcements/index.ts';
import type { Exchange, FlowRun } from '../exchange/index.ts';
import { articleAddress, type HelpCenter, type PublishedArticle } from '../helpcenter/index.ts';
import type { VerifiedCustomer } from '../people/index.ts';
import { newsAnswer } from './answer/news-answer.ts';
import { passageAnswer } from './answer/passage-answer.ts';
import { assistantWords, type WordKey, type Words } from './assistant-words.ts';
import { freezeSources, stolenWords } from './danger/danger-words.ts';
import { answerFrom, decideTurn } from './decide/decide-turn.ts';
import type { Decision, Saying } from './decide/decision.ts';
import type { Memory } from './decide/memory.ts';
import { remember } from './decide/remember.ts';
import type { Thresholds } from './decide/thresholds.ts';
import type { AnswerWriter, Written } from './model/answer-writer.ts';
import { type Asker, putIntoWords, type Worded } from './model/put-into-words.ts';
import { chooseNews } from './retrieve/choose-news.ts';
import { findArticles } from './retrieve/find-articles.ts';
import type { PassageFinder } from './retrieve/passage-finder.ts';
import type { RankedArticle } from './retrieve/rank-articles.ts';
import { hear } from './understand/hear.ts';
import type { Heard } from './understand/heard.ts';

/** What the assistant is asked, by whom. */
export interface Question {
  readonly text: string;
  /** The language of the page. */
  readonly page: Locale;
  readonly memory: Memory;
  /** Null: nobody whom the exchange vouches for. */
  readonly customer: VerifiedCustomer | null;
  /** Where they tie the chat on a platform to their account, in the place of signing in; left out or null elsewhere. */
  readonly connectLink?: string | null;
  readonly timeZone: string;
  readonly flooding: boolean;
  /** It is switched off: people go on. */
  readonly off: boolean;
  /** Nothing is looked up at the exchange: what a flow would look into is answered from articles. */
  readonly articlesOnly?: boolean;
  readonly thresholds: Thresholds;
  /** By language, instead of the usual one. */
  readonly greetings?: AssistantSettings['greetings'];
  /** What it says. Left out: the texts as they are shipped. */
  readonly words?: Words;
  /** For whom a model may put an answer into words, where one is set up. Left out: it is the article's own words. */
  readonly asker?: Asker;
}

/** What it makes of it: what it says, and every step on the way there. */
export interface Thought {
  readonly text: string;
  readonly quickReplies: readonly string[];
  readonly sources: readonly MessageSource[];
  readonly handOver: HandOverReason | null;
  readonly memory: Memory;
  readonly steps: {
    readonly heard: Heard;
    /** The best few, by the titles in the language of the answer. */
    readonly articles: ReadonlyArray<RankedArticle & { readonly title: string }>;
    readonly decision: Decision;
    readonly flow: FlowRun | null;
    /** Null where no model was asked. */
    readonly model: Written | null;
  };
}

/** What it knows from. */
export interface Knowledge extends Pick<HelpCenter, 'library' | 'help'> {
  readonly finder: PassageFinder;
  readonly exchange: Exchange;
  /** What is announced now. Left out: nothing is. */
  readonly news?: News;
  readonly clock: Clock;
  /** Puts answers into words. */
  readonly writer: AnswerWriter;
  /** Instead of the classifier that is live: to try another. */
  readonly guess?: IntentGuesser;
}

/**
 * Understands, looks up, answers: reads what is published, asks the exchange and, where one is set up, a model; and writes nothing. No transaction may
 * be open, since both may take seconds.
 */
export async function think(knowledge: Knowledge, question: Question): Promise<Thought> {
  const { library, help, finder, exchange, clock } = knowledge;
  const { memory, customer, timeZone, thresholds, flooding, off } = question;
  await library.ready();
  const wording = question.words ?? assistantWords;
  const moment = { now: clock.now(), timeZone, words: wording };
  const heard = hear(question.text, question.page, moment, knowledge.guess);
  const { locale } = heard;
  const readable = (it: PublishedArticle) =>
    it.visibility === 'public' || (it.visibility === 'signed_in' && customer !== null);
  const articles = findArticles(knowledge, heard, readable);
  const announced = chooseNews(heard, (await knowledge.news?.current(locale)) ?? []);
  const decided = decideTurn({ heard, memory, articles, thresholds, flooding, off });
  const decision =
    decided.kind === 'flow' && question.articlesOnly
      ? answerFrom(articles, decided.intent, memory, false)
      : decided;
  const words = (key: WordKey, params: MessageParams = {}) =>
    wording(locale, key, { organisation: library.organisation(), ...params });
  const { connectLink = null } = question;

  if (decision.kind !== 'flow') return thought(decision, null);
  const run = await exchange.flows.run({
    flow: decision.flow,
    slots: decision.slots,
    customer,
    locale,
    timeZone,
    mayDo: true,
  });
  // Who is not signed in, or where the exchange is silent, is told what everybody may know, if there is such.
  const nothing = run.kind === 'needs_sign_in' || run.outcome === 'silent';
  const instead = nothing && answerFrom(articles, decision.intent, memory, false);
  if (instead && instead.kind === 'answer') return thought(instead, run);
  return thought(decision, run);

  async function thought(made: Decision, run: FlowRun | null): Promise<Thought> {
    const asked = await inWords(made);
    const worded = asked?.worded ?? null;
    const said = withNews(made, say(made, run, worded));
    const handOver =
      made.kind === 'hand_over' ? made.reason : made.kind === 'flow' && run?.needsPerson ? 'needed' : null;
    return {
      ...said,
      handOver,
      memory: remember(memory, {
        heard,
        decision: made,
        run,
        choices: said.choices,
        ...(worded && { given: worded.given }),
      }),
      steps: {
        heard,
        articles: articles.slice(0, 5).map((it) => ({ ...it, title: titleOf(it.articleId) })),
        decision: made,
        flow: worded?.run ?? run,
        model: asked?.written ?? null,
      },
    };
  }

  /** An answer from articles as a model puts it, where one is asked; null for everything else. */
  async function inWords(made: Decision) {
    if (made.kind !== 'answer' || !question.asker) return null;
    const { passage: decided } = made;
    const article = library.byId(decided.articleId);
    return putIntoWords(knowledge, question.asker, {
      decided,
      next: decided.at === 0 && article ? finder.of(article, locale)[1] : undefined,
      articles,
      question: question.text,
      locale,
      organisation: library.organisation(),
      customer,
      timeZone,
      slots: heard.slots,
      given: memory.given,
      fact: (name, of) => help.fact(name, of),
      titleOf,
      urlOf: addressOf,
    });
  }

  function say(made: Decision, run: FlowRun | null, worded: Worded | null): Said {
    const person = words('choice_person');
    switch (made.kind) {
      case 'say':
        return {
          ...blank,
          text: greeting(made.what) ?? words(made.what),
          quickReplies: patient.has(made.what) ? [] : [person],
        };
      case 'hand_over':
        return {
          ...blank,
          text: words(made.selfHarm ? 'hand_over_self_harm' : handOverWords(made.reason)),
          sources: made.reason === 'stolen' ? freezing() : [],
        };
      case 'clarify': {
        const choices = made.intents.flatMap((intent) => {
          const article = articles.find((it) => it.intents.includes(intent));
          const title = article && titleOf(article.articleId);
          return title ? [{ text: title.slice(0, maximumQuickReplyLength), slots: {}, intent }] : [];
        });
        return {
          ...blank,
          text: words('clarify'),
          quickReplies: [...choices.map((it) => it.text), words('none_of_these'), person],
          choices,
        };
      }
      case 'answer': {
        // What only a signed-in customer can be told goes below what everybody may know.
        const whole = (parts: Array<string | null>) =>
          [...parts, run?.kind === 'needs_sign_in' ? signIn() : null]
            .filter((it) => it !== null)
            .join('\n\n');
        if (worded)
          return {
            ...blank,
            text: whole([made.hedged ? words('hedge') : null, worded.text]),
            sources: worded.sources,
            quickReplies: rated(person),
          };
        const article = library.byId(made.passage.articleId);
        const all = article ? finder.of(article, locale) : [];
        const { text, source } = passageAnswer(made.passage, all, {
          locale,
          words: wording,
          hedged: made.hedged,
          title: titleOf(made.passage.articleId),
          url: addressOf(made.passage.articleId),
          fact: (name) => help.fact(name, made.passage.locale),
          about: Object.values(heard.slots).filter((it) => it !== undefined),
        });
        return { ...blank, text: whole([text]), sources: [source], quickReplies: rated(person) };
      }
      case 'flow': {
        const choices = (run?.choices ?? []).map((it) => ({ ...it, intent: made.intent }));
        const about = articles.find((it) => it.intents.includes(made.intent));
        return {
          text:
            run?.kind === 'needs_sign_in' && connectLink !== null
              ? signIn()
              : run
                ? handedOver(run)
                : words('exchange_silent'),
          sources: [
            ...(run?.flow === 'account' && run.outcome === 'stolen' ? freezing() : []),
            ...(about ? [{ title: titleOf(about.articleId), url: addressOf(about.articleId) }] : []),
          ],
          quickReplies:
            run?.kind === 'asks'
              ? [...choices.map((it) => it.text).slice(0, maximumQuickReplies - 1), person]
              : run?.needsPerson
                ? []
                : rated(person),
          choices,
        };
      }
    }
  }

  /** How somebody whom the exchange does not vouch for here comes to be told of their account. */
  function signIn(): string {
    return connectLink === null ? words('sign_in') : words('connect_chat', { link: connectLink });
  }

  /** What was announced goes ahead of what always holds, and stands alone where nothing else was found. Those whom people help are not held up by it. */
  function withNews(made: Decision, said: Said): Said {
    if (announced.length === 0 || made.kind === 'hand_over' || made.kind === 'clarify') return said;
    const alone = made.kind === 'say';
    if (alone && !unanswered.has(made.what)) return said;
    const { text, sources } = newsAnswer(announced, { locale, timeZone, words: wording });
    const foreign = announced.some((it) => languageOf(it.locale) !== languageOf(locale));
    return {
      ...said,
      text: [foreign ? words('other_language') : null, text, alone ? null : said.text]
        .filter((it) => it !== null && it !== '')
        .join('\n\n'),
      sources: [...sources, ...said.sources],
      quickReplies: alone ? rated(words('choice_person')) : said.quickReplies,
    };
  }

  function handOverWords(reason: HandOverReason): WordKey {
    const { connector } = exchange;
    return reason === 'stolen'
      ? stolenWords('hand_over', { connector, known: customer !== null })
      : `hand_over_${reason}`;
  }

  /** What a flow found. Where a person must act, people go on: what customers do elsewhere, open a ticket, they need not do here. */
  function handedOver({ flow, outcome, text, nextStep, needsPerson }: FlowRun): string {
    if (!needsPerson || nextStep === null || !text.endsWith(nextStep)) return text;
    const stolen = flow === 'account' && outcome === 'stolen';
    return text.slice(0, -nextStep.length) + words(stolen ? handOverWords('stolen') : 'hand_over_needed');
  }

  function freezing(): MessageSource[] {
    return freezeSources(exchange.connector, wording, locale);
  }

  /** What administrators greet with in this language. */
  function greeting(what: Saying): string | undefined {
    const own = what === 'greet' ? question.greetings?.[locale] : undefined;
    return own?.replaceAll('{organisation}', library.organisation());
  }

  function rated(person: string): string[] {
    return [words('choice_helped'), words('choice_not_helped'), person];
  }

  function titleOf(id: string): string {
    const article = library.byId(id);
    return article ? help.line(article, locale).title : '';
  }

  function addressOf(id: string): string {
    const article = library.byId(id);
    const line = article && help.line(article, locale);
    return line ? articleAddress(locale, line.category, line.slug) : '';
  }
}

interface Said {
  readonly text: string;
  readonly quickReplies: readonly string[];
  readonly sources: readonly MessageSource[];
  readonly choices: ReadonlyArray<{ text: string; slots: FlowSlots; intent: string }>;
}
const blank: Said = { text: '', quickReplies: [], sources: [], choices: [] };
/** What is said where nothing was found. */
const unanswered: ReadonlySet<string> = new Set(['abstain', 'out_of_scope', 'did_not_help']);
/** After these there is nothing to choose. */
const patient: ReadonlySet<string> = new Set(['thanks', 'go_on', 'greet']);
