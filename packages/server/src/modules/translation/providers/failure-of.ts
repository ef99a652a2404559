import type { TranslationOutcome } from '@fairlead/contract';
import { AddressRefused } from '../../../platform/fetch/ask-public.ts';
import { TranslationFailure } from './provider-port.ts';

const network: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
]);

/** What a status that is no success comes to. DeepL says 456 where its quota is used up. Pure. */
export function outcomeOfStatus(status: number): TranslationOutcome {
  if (status === 429) return 'rate_limited';
  if (status === 456) return 'quota_used_up';
  if (status === 401 || status === 403 || status === 404) return 'denied';
  return 'failed';
}

/** What an error on the way to a provider comes to. Pure. */
export function failureOf(error: unknown): TranslationFailure {
  for (const it of causesOf(error)) {
    if (it instanceof TranslationFailure) return it;
    if (it instanceof AddressRefused) return new TranslationFailure('refused_address');
    if (it instanceof Error && /^(?:AbortError|TimeoutError)$/.test(it.name))
      return new TranslationFailure('timed_out');
    if (hasStatus(it)) return new TranslationFailure(outcomeOfStatus(it.statusCode));
    if (it instanceof Error && 'code' in it && typeof it.code === 'string' && network.has(it.code))
      return new TranslationFailure('unreachable');
  }
  return new TranslationFailure('failed');
}

const hasStatus = (it: unknown): it is { statusCode: number } =>
  typeof it === 'object' && it !== null && 'statusCode' in it && typeof it.statusCode === 'number';

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let it = error; it !== undefined && chain.length < 6; ) {
    chain.push(it);
    it = typeof it === 'object' && it !== null && 'cause' in it ? it.cause : undefined;
  }
  return chain;
}
