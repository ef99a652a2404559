import { outcomeOfStatus } from './failure-of.ts';
import { TranslationFailure } from './provider-port.ts';

interface Asking {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Record<string, string>;
  readonly signal: AbortSignal;
}

/** Sends JSON to a provider and reads its answer; undefined where that is empty. Throws TranslationFailure where it answers no success, and what the connection throws. */
export async function askJson(
  fetch: typeof globalThis.fetch,
  base: string,
  path: string,
  body: object | undefined,
  { method = 'POST', headers = {}, signal }: Asking,
): Promise<unknown> {
  const response = await fetch(base.replace(/\/+$/, '') + path, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      accept: 'application/json',
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    signal,
  });
  if (response.status < 200 || response.status > 204) {
    await response.body?.cancel();
    throw new TranslationFailure(outcomeOfStatus(response.status));
  }
  return response.status === 204 ? undefined : response.json();
}
