import { flowSlots, type ModelProvider } from '@fairlead/contract';
import { z } from 'zod';
import { failureOf } from './failure-of.ts';
import {
  type LanguageModel,
  ModelFailure,
  type ModelPart,
  type ModelRequest,
  mostLooks,
} from './model-port.ts';

/** Where a model is, and what opens it. */
export interface ModelPlace {
  readonly provider: ModelProvider;
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
}

/** Anthropic wants to be told. Others are not: some refuse it, and what writes too much is stopped anyway. */
const mostTokens = 1_500;

/** What a model may name of a case: what the customer has said besides is filled in. */
const sayable = flowSlots.pick({ asset: true, network: true, pair: true, trouble: true });

/** A model spoken to by the AI SDK, which is read in only here and now: a node without a model pays nothing for it. */
export async function openModel(place: ModelPlace, fetch: typeof globalThis.fetch): Promise<LanguageModel> {
  const [{ streamText, stepCountIs, tool }, model] = await Promise.all([import('ai'), modelAt(place, fetch)]);
  return { write };

  async function* write({ prompt, tool: look, patience, signal }: ModelRequest): AsyncGenerator<ModelPart> {
    const tools = look && {
      look_into: tool({
        description:
          'Looks up what the exchange knows now: fees and networks, prices, or this customer’s deposits, withdrawals, orders, verification.',
        inputSchema: z.object({ flow: z.enum(look.flows), slots: sayable.default({}) }),
        execute: ({ flow, slots }) => look.look(flow, slots),
      }),
    };
    const quiet = silenceTimer();
    const { fullStream } = streamText({
      model,
      instructions: prompt.system,
      prompt: prompt.data,
      maxRetries: 0,
      abortSignal: AbortSignal.any([signal, quiet.signal]),
      timeout: { totalMs: patience.total },
      ...(place.provider === 'anthropic' ? { maxOutputTokens: mostTokens } : {}),
      ...(tools
        ? {
            tools,
            stopWhen: stepCountIs(mostLooks + 1),
            // By then it has to answer.
            prepareStep: ({ stepNumber }: { stepNumber: number }) =>
              stepNumber < mostLooks ? undefined : { toolChoice: 'none' as const },
          }
        : {}),
      // What went wrong is a part of the stream too.
      onError: () => {},
    });
    let finished = false;
    try {
      quiet.within(patience.first);
      for await (const part of fullStream) {
        quiet.within(patienceAfter(part.type, patience));
        if (part.type === 'start-step') yield { kind: 'again' };
        else if (part.type === 'text-delta') yield { kind: 'text', text: part.text };
        else if (part.type === 'finish-step') {
          const { inputTokens = 0, outputTokens = 0 } = part.usage;
          yield { kind: 'tokens', input: inputTokens, output: outputTokens };
          if (part.finishReason === 'length') throw new ModelFailure('too_long');
          if (part.finishReason === 'content-filter') throw new ModelFailure('no_answer');
          finished = part.finishReason === 'stop' || part.finishReason === 'tool-calls';
        } else if (part.type === 'error') throw part.error;
        else if (part.type === 'abort') throw new ModelFailure('timed_out');
      }
      if (!finished) throw new ModelFailure('failed');
    } catch (error) {
      throw error instanceof ModelFailure ? error : failureOf(error);
    } finally {
      quiet.end();
    }
  }
}

/** How long it may be silent: the exchange takes its own time, and a provider until it begins. */
function patienceAfter(type: string, { first, between, total }: ModelRequest['patience']): number {
  if (type === 'tool-call') return total;
  return type === 'start' || type === 'start-step' || type === 'tool-result' ? first : between;
}

/** Aborts once nothing has come for as long as was said last. */
function silenceTimer() {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = () => clearTimeout(timer);
  return {
    signal: controller.signal,
    within(milliseconds: number) {
      end();
      timer = setTimeout(() => controller.abort(), milliseconds);
    },
    end,
  };
}

async function modelAt({ provider, url, model, key }: ModelPlace, fetch: typeof globalThis.fetch) {
  const baseURL = url.replace(/\/+$/, '');
  if (provider === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return createAnthropic({ baseURL, apiKey: key ?? '', fetch })(model);
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({
    name: 'model',
    baseURL,
    fetch,
    includeUsage: true,
    ...(key === null ? {} : { apiKey: key }),
  })(model);
}
