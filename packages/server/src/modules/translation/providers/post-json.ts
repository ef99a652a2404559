import { outcomeOfStatus } from './failure-of.ts';
import { TranslationFailure } from './provider-port.ts';

/** Posts JSON to a provider and reads its answer. Throws TranslationFailure where it answers no success, and what the connection throws. */
export async function postJson(
  fetch: typeof globalThis.fetch,
  base: string,
  path: string,
  body: object,
  { headers = {}, signal }: { headers?: Record<string, string>; signal: AbortSignal },
): Promise<unknown> {
  const response = await fetch(base.replace(/\/+$/, '') + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new TranslationFailure(outcomeOfStatus(response.status));
  }
  return response.json();
}
