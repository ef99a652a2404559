import {
  addressOf,
  type CallInput,
  type Endpoint,
  type ErrorBody,
  errorBody,
  nothing,
  type ResponseOf,
} from '@fairlead/contract';

/** What a call came to. */
export type Answer<T> = { status: number; headers: Headers } & (
  | { ok: true; body: T }
  | { ok: false; error: ErrorBody['error'] }
);

/** Calls endpoints over HTTP as somebody. Every answer is parsed by its contract: an answer of another shape fails the test. */
export interface TestClient {
  readonly headers: Readonly<Record<string, string>>;
  /** The answer, whatever it is. */
  try<E extends Endpoint>(
    endpoint: E,
    ...input: object extends CallInput<E> ? [CallInput<E>?] : [CallInput<E>]
  ): Promise<Answer<ResponseOf<E>>>;
  /** The body of a success; anything else throws the code. */
  call<E extends Endpoint>(
    endpoint: E,
    ...input: object extends CallInput<E> ? [CallInput<E>?] : [CallInput<E>]
  ): Promise<ResponseOf<E>>;
  /** The code of a refusal; a success throws. */
  refused<E extends Endpoint>(
    endpoint: E,
    ...input: object extends CallInput<E> ? [CallInput<E>?] : [CallInput<E>]
  ): Promise<string>;
}

export function createTestClient(url: string, headers: Record<string, string> = {}): TestClient {
  const client: TestClient = {
    headers,
    async try(endpoint, ...[input]) {
      const { params, query, body } = (input ?? {}) as { params?: unknown; query?: unknown; body?: unknown };
      const response = await fetch(url + addressOf(endpoint.path, params, query), {
        method: endpoint.method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const { status, headers: got } = response;
      if (!response.ok)
        return { ok: false, status, headers: got, error: errorBody.parse(JSON.parse(text)).error };
      if (endpoint.response === nothing) return { ok: true, status, headers: got, body: undefined as never };
      return { ok: true, status, headers: got, body: endpoint.response.parse(JSON.parse(text)) as never };
    },
    async call(endpoint, ...input) {
      const answer = await client.try(endpoint, ...input);
      if (!answer.ok)
        throw new Error(
          `${endpoint.method} ${endpoint.path}: ${answer.error.code} ${JSON.stringify(answer.error.params)}`,
        );
      return answer.body;
    },
    async refused(endpoint, ...input) {
      const answer = await client.try(endpoint, ...input);
      if (answer.ok) throw new Error(`${endpoint.method} ${endpoint.path} was allowed`);
      return answer.error.code;
    },
  };
  return client;
}
