import type { ModelOutcome } from '@fairlead/contract';
import { AddressRefused } from '../../../../platform/fetch/ask-public.ts';
import { ModelFailure } from './model-port.ts';

/** What an error on the way to a model comes to. Pure. */
export function failureOf(error: unknown): ModelFailure {
  const chain = causesOf(error);
  const status = chain.flatMap((it) => statusIn(it) ?? []).at(0) ?? null;
  return new ModelFailure(outcomeOf(chain, status), status);
}

function outcomeOf(chain: readonly unknown[], status: number | null): ModelOutcome {
  if (chain.some((it) => it instanceof ModelFailure)) return 'failed';
  if (chain.some((it) => it instanceof AddressRefused)) return 'refused_address';
  if (chain.some((it) => it instanceof Error && /^(?:AbortError|TimeoutError)$/.test(it.name)))
    return 'timed_out';
  if (status === 429) return 'rate_limited';
  if (status === 401 || status === 403 || status === 404) return 'denied';
  // Whoever answered with success and then with nothing that can be read is there, but no good.
  if (status !== null) return 'failed';
  return chain.some(isOfNetwork) ? 'unreachable' : 'failed';
}

const isOfNetwork = (it: unknown): boolean =>
  it instanceof Error && 'code' in it && typeof it.code === 'string' && unreachable.has(it.code);
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
]);

function statusIn(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let it: unknown = error; it !== undefined && chain.length < 6; ) {
    chain.push(it);
    it = typeof it === 'object' && it !== null && 'cause' in it ? it.cause : undefined;
  }
  return chain;
}
