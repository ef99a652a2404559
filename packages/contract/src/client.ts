import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from './endpoint.ts';
import type { ErrorBody, ErrorCode } from './errors.ts';
import type { MessageParams } from './format-message.ts';

/** A refusal by the server, or `server.unavailable` where no answer came. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly params: MessageParams;
  readonly status: number;

  constructor(code: ErrorCode, params: MessageParams, status: number) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.params = params;
    this.status = status;
  }
}

// A part is optional where the endpoint declares none, or nothing in it is required.
type Part<K extends string, T> = undefined extends T
  ? { [key in K]?: undefined }
  : object extends T
    ? { [key in K]?: T }
    : { [key in K]: T };

/** What a call to an endpoint takes: only the parts that the endpoint declares. */
export type CallInput<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>> & { signal?: AbortSignal };

export type Call = <E extends Endpoint>(
  endpoint: Pick<E, 'method' | 'path'> & E,
  ...input: object extends CallInput<E> ? [CallInput<E>?] : [CallInput<E>]
) => Promise<ResponseOf<E>>;

/** The address of an endpoint with its parameters filled in. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/**
 * A client of the API: `call(endpoints.conversations.assign, { params, body })`.
 * Throws CallError for every answer that is not a success. The answer is trusted to have the contract's shape
 * (the server's tests parse each one).
 */
export function createClient(options: {
  baseUrl: string;
  headers?: () => Record<string, string>;
  fetch?: typeof fetch;
}): Call {
  const send = options.fetch ?? fetch;
  return async (endpoint, ...[input]) => {
    const { params, query, body, signal } = (input ?? {}) as {
      params?: unknown;
      query?: unknown;
      body?: unknown;
      signal?: AbortSignal;
    };
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
    const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(body);
    }
    if (signal) init.signal = signal;
    let response: Response;
    try {
      response = await send(options.baseUrl + addressOf(endpoint.path, params, query), init);
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new CallError('server.unavailable', {}, 0);
    }
    if (response.status === 204) return undefined as never;
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    throw callErrorOf(response.status, text);
  };
}

function callErrorOf(status: number, text: string): CallError {
  try {
    const { error } = JSON.parse(text) as ErrorBody;
    return new CallError(error.code, error.params, status);
  } catch {
    return new CallError('server.unavailable', {}, status);
  }
}
