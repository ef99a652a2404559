import type { Locale, ModelOutcome, ModelProvider, ModelTrace } from '@fairlead/contract';
import { fetchLimited } from '../../../platform/fetch/fetch-limited.ts';
import { allowedAddresses } from '../../../platform/fetch/public-address.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createPlaceBreaker } from '../../../platform/service/place-breaker.ts';
import type { FlowRun } from '../../exchange/index.ts';
import { createAnswerCheck, type DroppedSentence } from './answer-check.ts';
import { failureOf } from './ask/failure-of.ts';
import { type LanguageModel, ModelFailure } from './ask/model-port.ts';
import { openModel } from './ask/sdk-model.ts';
import { createBudget } from './budget.ts';
import type { GivenPassage, Grounds } from './check-sentence.ts';
import { countTokens } from './count-tokens.ts';
import { type Looking, lookInto } from './look-into.ts';
import { type KeptModel, readModel } from './model-store.ts';
import { neverRead } from './never-read.ts';
import { redactSecrets } from './redact-secrets.ts';
import { type SaidBefore, writePrompt } from './write-prompt.ts';

/** After so many failures in a row the model is left alone, for so many milliseconds. */
const patience = { failures: 5, pause: 30_000 };
/** What a model writes badly is no failure of its provider. */
const providersFault: ReadonlySet<ModelOutcome> = new Set([
  'timed_out',
  'rate_limited',
  'denied',
  'unreachable',
  'refused_address',
  'failed',
]);

/** An answer that is to be put into words. */
interface WriteRequest {
  readonly locale: Locale;
  readonly organisation: string;
  readonly question: string;
  readonly before: readonly SaidBefore[];
  readonly passages: readonly GivenPassage[];
  /** Null: nothing may be looked up. */
  readonly looking: Looking | null;
  /** The customer or agent of whose day the tokens are. */
  readonly spenderId: string;
  /** Told when the model is asked, and when that is over. */
  readonly onWriting?: (on: boolean) => void;
}

/** What is kept of asking a model. */
export interface ModelCall {
  readonly spenderId: string;
  readonly provider: ModelProvider;
  readonly model: string;
  readonly outcome: ModelOutcome;
  readonly milliseconds: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly prompt: string;
  readonly answer: string;
  readonly dropped: readonly DroppedSentence[];
}

/** What came of it. */
export interface Written {
  readonly trace: ModelTrace;
  /** Null where the model was not asked. */
  readonly call: ModelCall | null;
  /** Null: the article's own words go out. */
  readonly answer: {
    readonly text: string;
    readonly cited: readonly number[];
    /** What was looked up for it, the last one last. */
    readonly runs: readonly FlowRun[];
  } | null;
}

/** Puts answers into words by a model, where one is set up. */
export interface AnswerWriter {
  /** Null where none is. Never throws for what a model does, and writes nothing. */
  write(request: WriteRequest): Promise<Written | null>;
  /** How long it may take at most, in milliseconds; 0 where none is set up. */
  longest(): Promise<number>;
}

/** Where the model is, opened: tests and trials open others. */
export type OpenModel = (model: KeptModel) => Promise<LanguageModel>;

/** Opens models at addresses that the settings allow. */
export function modelOpener({ config, keys }: Pick<Platform, 'config' | 'keys'>): OpenModel {
  const fetch = fetchLimited(allowedAddresses(config.MODELS_AT));
  return ({ sealedKey, ...place }) =>
    openModel({ ...place, key: sealedKey === null ? null : keys.open(sealedKey) }, fetch);
}

export function createAnswerWriter(
  { clock, database, log }: Pick<Platform, 'clock' | 'database' | 'log'>,
  open: OpenModel,
): AnswerWriter {
  const breaker = createPlaceBreaker(clock, patience);
  const budget = createBudget(database, clock);
  const current = async () => {
    const model = await readModel(database.reader());
    return model?.on ? model : undefined;
  };
  return {
    async longest() {
      return ((await current())?.seconds ?? 0) * 1000;
    },
    async write(request) {
      const model = await current();
      if (!model) return null;
      const { provider } = model;
      const place = [provider, model.url, model.model, model.sealedKey].join(' ');
      const notAsked = (outcome: ModelOutcome): Written => ({
        trace: { provider, model: model.model, outcome, milliseconds: 0, dropped: 0, tokens: 0 },
        call: null,
        answer: null,
      });
      if (breaker.isOpen(place)) return notAsked('paused');
      if (!(await budget.allows(request.spenderId, model))) return notAsked('over_budget');
      request.onWriting?.(true);
      const { call, answer } = await ask(model, request, open);
      request.onWriting?.(false);
      breaker.note(place, providersFault.has(call.outcome) ? 'failed' : 'well');
      budget.spent(call.inputTokens + call.outputTokens);
      if (call.outcome !== 'answered')
        log.info({ outcome: call.outcome }, 'the article’s own words went out');
      const { outcome, milliseconds, dropped } = call;
      const tokens = call.inputTokens + call.outputTokens;
      return {
        trace: { provider, model: model.model, outcome, milliseconds, dropped: dropped.length, tokens },
        call,
        answer,
      };
    },
  };
}

async function ask(
  { provider, model, seconds, ...kept }: KeptModel,
  { question, before, locale, organisation, passages, looking, spenderId }: WriteRequest,
  open: OpenModel,
): Promise<{ call: ModelCall; answer: Written['answer'] }> {
  const begun = performance.now();
  const found = lookInto(looking, locale, passages.length);
  const prompt = writePrompt({
    locale,
    organisation,
    question,
    before,
    passages,
    mayLook: found.tool !== null,
  });
  // The model is held to what it was given to read, and that is without secrets.
  const asked = redactSecrets(question);
  const grounds = (): Grounds => ({ locale, question: asked, passages: [...passages, ...found.passages] });
  const stop = new AbortController();
  const total = seconds * 1000;
  const tokens = { input: 0, output: 0 };
  let check = createAnswerCheck(grounds);
  let written = '';
  const ended = (
    outcome: ModelOutcome,
    dropped: readonly DroppedSentence[] = [],
    answer: Written['answer'] = null,
  ) => {
    // A server that does not count, or was cut short, is counted for.
    const estimated = tokens.input + tokens.output === 0 && !neverRead.has(outcome);
    return {
      answer,
      call: {
        spenderId,
        provider,
        model,
        outcome,
        milliseconds: performance.now() - begun,
        inputTokens: estimated ? countTokens(prompt.system + prompt.data) : tokens.input,
        outputTokens: estimated ? countTokens(written) : tokens.output,
        prompt: `${prompt.system}\n\n${redactSecrets(prompt.data)}${toldLater(found.passages)}`,
        answer: redactSecrets(written),
        dropped: dropped.map((it) => ({ ...it, text: redactSecrets(it.text) })),
      },
    };
  };
  try {
    const asking = await open({ provider, model, seconds, ...kept });
    const parts = asking.write({
      prompt,
      tool: found.tool,
      patience: { first: total / 2, between: total / 2, total },
      signal: stop.signal,
    });
    for await (const part of parts) {
      if (part.kind === 'again') {
        check = createAnswerCheck(grounds);
        written = '';
      } else if (part.kind === 'tokens') {
        tokens.input += part.input;
        tokens.output += part.output;
      } else {
        written += part.text;
        const refused = check.take(part.text);
        if (refused) return ended(refused, check.end().dropped);
      }
    }
  } catch (error) {
    return ended((error instanceof ModelFailure ? error : failureOf(error)).outcome);
  } finally {
    stop.abort();
  }
  const checked = check.end();
  if (checked.kind === 'refused') return ended(checked.reason, checked.dropped);
  const { text, cited, dropped } = checked;
  return ended('answered', dropped, { text, cited, runs: found.runs });
}

const toldLater = (passages: readonly GivenPassage[]): string =>
  passages.map(({ number, text }) => `\n\n[${number}] ${redactSecrets(text)}`).join('');
