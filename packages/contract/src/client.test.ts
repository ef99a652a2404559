import { expect, test } from 'vitest';
import { addressOf, CallError, createClient } from './client.ts';
import { endpoints } from './index.ts';

const { conversations } = endpoints;
const id = '01890000-0000-7000-8000-000000000000';

function clientThat(answers: (address: string, init: RequestInit) => Response) {
  return createClient({
    baseUrl: 'http://x',
    fetch: async (address, init = {}) => answers(String(address), init),
  });
}

test('addresses carry parameters safely', () => {
  expect(
    addressOf('/a/:id/b/:token', { id: 'x/y', token: 'ü' }, { q: '#1 & 2', empty: undefined, n: 0 }),
  ).toBe('/a/x%2Fy/b/%C3%BC?q=%231+%26+2&n=0');
});

test('a call sends what it is given and answers the body', async () => {
  const seen: unknown[] = [];
  const call = clientThat((address, { method, body }) => {
    seen.push(method, address, body);
    return new Response('{"id":1}');
  });
  expect(await call(conversations.assign, { params: { id }, body: { agentId: id } })).toEqual({ id: 1 });
  expect(seen).toEqual(['POST', `http://x/api/conversations/${id}/assign`, `{"agentId":"${id}"}`]);
});

test('nothing is nothing', async () => {
  const call = clientThat(() => new Response(null, { status: 204 }));
  expect(await call(endpoints.access.signOut)).toBeUndefined();
});

test.each([
  ['a coded refusal', 409, '{"error":{"code":"conversation.closed","params":{}}}', 'conversation.closed'],
  ['a proxy’s page', 502, '<html>Bad gateway</html>', 'server.unavailable'],
])('%s is thrown with its code', async (_name, status, body, code) => {
  const call = clientThat(() => new Response(body, { status }));
  await expect(call(conversations.take, { params: { id } })).rejects.toMatchObject({ code, status });
});

test('no answer is an unavailable server, and an abort is the caller’s own', async () => {
  const call = createClient({ baseUrl: '', fetch: () => Promise.reject(new TypeError('failed')) });
  await expect(call(conversations.counts)).rejects.toBeInstanceOf(CallError);
  await expect(call(conversations.counts, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(TypeError);
});
