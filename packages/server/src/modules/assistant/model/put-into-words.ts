import type { FlowSlots, Locale, MessageSource } from '@fairlead/contract';
import { type Exchange, type FlowRun, flowsFor } from '../../exchange/index.ts';
import type { VerifiedCustomer } from '../../people/index.ts';
import { type Passage, passageKey } from '../retrieve/passage.ts';
import type { RankedArticle } from '../retrieve/rank-articles.ts';
import type { AnswerWriter, Written } from './answer-writer.ts';
import { givenPassages } from './given-passages.ts';
import type { SaidBefore } from './write-prompt.ts';

/** For whom an answer may be put into words by a model. */
export interface Asker {
  /** The customer or agent of whose day the tokens are. */
  readonly spenderId: string;
  readonly before: readonly SaidBefore[];
  /** Told when a model is asked, which takes a while, and when it is over. */
  readonly onWriting?: (on: boolean) => void;
}

/** An answer in a model's words that its passages hold up. */
export interface Worded {
  readonly text: string;
  readonly sources: readonly MessageSource[];
  /** Passages that it is from, by their keys. */
  readonly given: readonly string[];
  /** What was looked up for it last. */
  readonly run: FlowRun | null;
}

/** Lets a model put an answer into words; `worded` is null where the article's own go out, and all of it where no model is set up. */
export async function putIntoWords(
  { writer, exchange }: { writer: AnswerWriter; exchange: Exchange },
  asker: Asker,
  {
    decided,
    next,
    articles,
    question,
    locale,
    organisation,
    customer,
    timeZone,
    slots,
    given,
    ...by
  }: {
    decided: Passage;
    /** What goes on from it in its article. */
    next: Passage | undefined;
    articles: readonly RankedArticle[];
    question: string;
    locale: Locale;
    organisation: string;
    customer: VerifiedCustomer | null;
    timeZone: string;
    slots: FlowSlots;
    /** Passages that were given before, by their keys. */
    given: readonly string[];
    fact: (name: string, locale: Locale) => string | undefined;
    titleOf: (articleId: string) => string;
    urlOf: (articleId: string) => string;
  },
): Promise<{ written: Written; worded: Worded | null } | null> {
  // To make passages ready takes longer than all else that an answer from an article takes.
  if ((await writer.longest()) === 0) return null;
  const about = Object.values(slots).filter((it) => it !== undefined);
  const passages = givenPassages(decided, articles, { next, given, about, ...by });
  const flows = flowsFor(exchange.connector.connected, customer !== null);
  const written = await writer.write({
    locale,
    organisation,
    question,
    before: asker.before,
    passages,
    looking: {
      flows,
      slots,
      run: (flow, slots) => exchange.flows.run({ flow, slots, customer, locale, timeZone }),
    },
    spenderId: asker.spenderId,
    ...(asker.onWriting && { onWriting: asker.onWriting }),
  });
  if (!written?.answer) return written && { written, worded: null };
  const { text, cited, runs } = written.answer;
  const from = cited.flatMap((number) => passages.find((it) => it.number === number) ?? []);
  const sources = from.map(({ title, url }) => ({ title, url: url ?? '' }));
  return {
    written,
    worded: {
      text,
      sources: [...new Map(sources.map((it) => [it.url, it])).values()],
      given: from.map((it) => passageKey(it.passage)),
      run: runs.at(-1) ?? null,
    },
  };
}
