import { type Endpoint, rolePermissions, roles } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/crypto/ids.ts';
import { createTestClient, type TestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/**
 * Walks the route table: every endpoint with every role, with no session, with a customer's token, and without the console's header.
 * What is asked for does not exist, so that an allowed call ends in some other refusal; what matters is whether the door opened.
 */
let server: TestServer;
let callers: Map<string, TestClient>;
const doors = new Set(['access.not_signed_in', 'access.forbidden', 'identity.session_invalid']);

beforeAll(async () => {
  server = await createTestServer();
  const team = await server.world.team();
  const inbox = await server.world.inbox({ team });
  const agents = await Promise.all(
    roles.map(async (role) => [role, await server.world.agent({ roles: [role] })] as const),
  );
  callers = new Map<string, TestClient>([
    ...agents,
    ['nobody', server.nobody],
    ['customer', await server.world.customer(inbox.key)],
    [
      'a forged cookie',
      createTestClient(server.url, { cookie: 'fairlead_session=nonsense', 'x-fairlead-console': '1' }),
    ],
    [
      'a forged token',
      createTestClient(server.url, {
        authorization: 'Bearer nonsense',
        'x-fairlead-browser': 'x'.repeat(32),
      }),
    ],
  ]);
});

/** Some value for each path parameter; ids of things that do not exist. */
function somewhere(endpoint: Endpoint): string {
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) => (name === 'offset' ? '0' : newId()));
}

async function knock(caller: TestClient, endpoint: Endpoint): Promise<string | null> {
  const response = await fetch(server.url + somewhere(endpoint), {
    method: endpoint.method,
    headers: { ...caller.headers, 'content-type': 'application/json' },
    ...(endpoint.method === 'GET' ? {} : { body: '{}' }),
  });
  const text = await response.text();
  return response.ok || text === '' ? null : (JSON.parse(text) as { error: { code: string } }).error.code;
}

function mayEnter(who: string, { access }: Endpoint): boolean {
  if (access === 'public') return true;
  if (who === 'nobody' || who.startsWith('a forged')) return false;
  if (access === 'anyone_known') return true;
  if (who === 'customer') return access === 'customer';
  if (access === 'agent') return true;
  const role = roles.find((it) => it === who);
  return access !== 'customer' && role !== undefined && rolePermissions[role].includes(access.permission);
}

describe('every route', () => {
  test('is in the table, and the table is the contract', async () => {
    const { endpoints } = await import('@fairlead/contract');
    const routed = server.platform.http.routed.map((it) => `${it.method} ${it.path}`).sort();
    const promised = Object.values(endpoints)
      .flatMap((group) => Object.values(group))
      .map((it) => `${it.method} ${it.path}`)
      .sort();
    expect(routed).toEqual(promised);
  });

  test('opens to whom its access names, and to nobody else', async () => {
    const wrong: string[] = [];
    for (const endpoint of server.platform.http.routed) {
      // Signing out would end the session with which the walk goes on.
      if (endpoint.path.endsWith('/sign-out')) continue;
      for (const [who, caller] of callers) {
        const code = await knock(caller, endpoint);
        const entered = code === null || !doors.has(code);
        if (endpoint.access !== 'public' && entered !== mayEnter(who, endpoint)) {
          wrong.push(
            `${who} ${entered ? 'got into' : 'was kept out of'} ${endpoint.method} ${endpoint.path} (${code})`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('that writes refuses an agent’s cookie without the console’s header', async () => {
    const cookie = callers.get('administrator')?.headers['cookie'] ?? '';
    const page = createTestClient(server.url, { cookie });
    const writing = server.platform.http.routed.filter((it) => it.method !== 'GET' && it.access !== 'public');
    for (const endpoint of writing) {
      expect([endpoint.path, await knock(page, endpoint)]).toEqual([endpoint.path, 'request.origin_refused']);
    }
  });

  test('is described in OpenAPI 3.1', async () => {
    const response = await fetch(`${server.url}/api/openapi.json`);
    const api = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(api.openapi).toBe('3.1.0');
    const described = Object.values(api.paths).flatMap((path) => Object.keys(path));
    expect(described).toHaveLength(server.platform.http.routed.length);
  });

  test('answers nonsense with a code', async () => {
    const response = await fetch(`${server.url}/api/access/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: { code: 'request.invalid', params: { field: 'body' } } });
    const missing = await fetch(`${server.url}/api/nowhere`);
    expect(await missing.json()).toEqual({ error: { code: 'request.not_found', params: {} } });
  });
});
