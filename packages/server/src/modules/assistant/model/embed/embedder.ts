import { createHash } from 'node:crypto';
import type { ModelOutcome } from '@fairlead/contract';
import { fetchLimited } from '../../../../platform/fetch/fetch-limited.ts';
import { allowedAddresses } from '../../../../platform/fetch/public-address.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { createPlaceBreaker } from '../../../../platform/service/place-breaker.ts';
import { ModelFailure } from '../ask/model-port.ts';
import { createBudget } from '../budget.ts';
import { countTokens } from '../count-tokens.ts';
import { insertCall, type KeptModel, readModel } from '../model-store.ts';
import { neverRead } from '../never-read.ts';
import { redactSecrets } from '../redact-secrets.ts';
import { askEmbeddings } from './ask-embeddings.ts';

/** After so many failures in a row it is left alone, for so many milliseconds. */
const patience = { failures: 5, pause: 30_000 };
/** Texts of one request: so many of the most dimensions are as much as is read of an answer. */
const inOneRequest = 16;
/** Whose day the tokens are that nobody asked for in person. */
export const nightWork = '00000000-0000-0000-0000-000000000000';

/** A model that is set up to tell how near questions are. */
export interface EmbeddingModel extends KeptModel {
  readonly embeddings: string;
  /** What directions are kept under: those of another model or place mean something else. */
  readonly name: string;
}

interface EmbedRequest {
  readonly model: EmbeddingModel;
  /** Each with what stands for it where calls are kept: what customers wrote is kept once, and goes with them. */
  readonly texts: ReadonlyArray<{ readonly text: string; readonly noted: string }>;
  readonly spenderId: string;
  /** Milliseconds for all of it; a request gets no more than an answer. */
  readonly within: number;
}

/** What came of it: directions of length 1 in the order of the texts, as far as it came. */
interface Embedded {
  readonly outcome: ModelOutcome;
  readonly status: number | null;
  readonly vectors: readonly Float32Array[];
}

/** Asks an embeddings model, where one is set up. */
export interface Embedder {
  /** The model that is asked; null where none is set up. */
  current(): Promise<EmbeddingModel | null>;
  /** Texts without secrets, in several requests. Ends at the first that fails, and never throws for what a server does. No transaction may be open. */
  embed(request: EmbedRequest): Promise<Embedded>;
}

/** The embeddings model of what is set up; null for none. Pure. */
export function embeddingModelOf(model: KeptModel | undefined): EmbeddingModel | null {
  if (!model || model.embeddings === null) return null;
  const { embeddings, provider, url } = model;
  const name = createHash('sha256').update([provider, url, embeddings].join(' ')).digest('hex').slice(0, 32);
  return { ...model, embeddings, name };
}

export function createEmbedder({
  clock,
  config,
  database,
  keys,
  log,
}: Pick<Platform, 'clock' | 'config' | 'database' | 'keys' | 'log'>): Embedder {
  const fetch = fetchLimited(allowedAddresses(config.MODELS_AT));
  const breaker = createPlaceBreaker(clock, patience);
  const budget = createBudget(database, clock);
  return {
    current: async () => embeddingModelOf(await readModel(database.reader())),
    async embed({ model, texts, spenderId, within }) {
      const vectors: Float32Array[] = [];
      const until = performance.now() + within;
      const place = [model.name, model.sealedKey].join(' ');
      for (let at = 0; at < texts.length; at += inOneRequest) {
        if (breaker.isOpen(place)) return { outcome: 'paused', status: null, vectors };
        if (!(await budget.allows(null, model))) return { outcome: 'over_budget', status: null, vectors };
        const left = until - performance.now();
        if (left <= 0) return { outcome: 'timed_out', status: null, vectors };
        const part = texts.slice(at, at + inOneRequest);
        const asked = await askOnce(part, Math.min(left, model.seconds * 1000));
        breaker.note(place, asked.outcome === 'answered' ? 'well' : 'failed');
        vectors.push(...asked.vectors);
        if (asked.outcome !== 'answered') {
          log.info({ outcome: asked.outcome }, 'the embeddings model did not tell');
          return { ...asked, vectors };
        }
      }
      return { outcome: 'answered', status: null, vectors };

      async function askOnce(part: EmbedRequest['texts'], milliseconds: number): Promise<Embedded> {
        const inputs = part.map(({ text }) => redactSecrets(text));
        const begun = performance.now();
        const { embeddings, url, sealedKey } = model;
        const key = sealedKey === null ? null : keys.open(sealedKey);
        let found: Embedded & { tokens?: number | null };
        try {
          const to = { url, model: embeddings, key };
          found = {
            outcome: 'answered',
            status: null,
            ...(await askEmbeddings(to, inputs, { fetch, milliseconds })),
          };
          const known = vectors[0]?.length ?? found.vectors[0]?.length;
          if (found.vectors[0]?.length !== known) throw new ModelFailure('failed');
        } catch (error) {
          const { outcome, status } = error instanceof ModelFailure ? error : new ModelFailure('failed');
          found = { outcome, status, vectors: [] };
        }
        const unread = neverRead.has(found.outcome);
        const tokens = found.tokens ?? (unread ? 0 : countTokens(inputs.join(' ')));
        budget.spent(tokens);
        await database.write((tx) =>
          insertCall(tx, null, {
            spenderId,
            provider: model.provider,
            model: embeddings,
            outcome: found.outcome,
            milliseconds: performance.now() - begun,
            inputTokens: tokens,
            outputTokens: 0,
            prompt: part.map((it) => it.noted).join('\n'),
            answer: '',
            dropped: [],
          }),
        );
        return found;
      }
    },
  };
}
