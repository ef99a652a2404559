import {
  apiTokenPermissions,
  type Endpoint,
  endpoints,
  needsSession,
  rolePermissions,
  roles,
} from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { doDeed } from '../modules/alerts/index.ts';
import { verifiedCustomer } from '../modules/people/index.ts';
import { newId } from '../platform/crypto/ids.ts';
import { connectLive, welcome } from '../testing/live-client.ts';
import { createTestClient, type TestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestCustomer } from '../testing/world.ts';
import {
  addressAt,
  everythingKept,
  namesAnObject,
  type Objects,
  requestTo,
} from './others-objects.testing.ts';

/**
 * Walks the route table: every endpoint with every role, with no session, with a customer's token, with API tokens, and without the console's header.
 * What is asked for does not exist, so that an allowed call ends in some other refusal; what matters is whether the door opened.
 */
let server: TestServer;
let callers: Map<string, TestClient>;
/** What they ask for stands in a letter only, or is known to whose account it is. */
const inVain = new Map<Endpoint, string>([
  [endpoints.recoveries.prove, 'access.wrong_code'],
  [endpoints.recoveries.answer, 'recovery.wrong_answers'],
]);
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
  test('is in the table, and the table is the contract', () => {
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
    // Every route with every role: it takes as long as there are routes.
  }, 240_000);

  test('opens to an API token what it permits, and says where a session is required', async () => {
    const administrator = callers.get('administrator');
    const program = async (permissions: (typeof apiTokenPermissions)[number][]) => {
      const body = { name: 'program', permissions, days: 1 };
      const made = await administrator?.call(endpoints.apiTokens.make, { body });
      return createTestClient(server.url, { authorization: `Bearer ${made?.token}` });
    };
    const all = await program([...apiTokenPermissions]);
    const one = await program(['audit.read']);
    const wrong: string[] = [];
    for (const endpoint of server.platform.http.routed) {
      const { access } = endpoint;
      const place = `${endpoint.method} ${endpoint.path}`;
      for (const [who, caller, held] of [
        ['all', all, apiTokenPermissions],
        ['one', one, ['audit.read']],
      ] as const) {
        const code = await knock(caller, endpoint);
        const permitted = typeof access !== 'object' || held.some((it) => it === access.permission);
        const closed = access === 'customer' || !permitted;
        const expected = needsSession(endpoint)
          ? 'access.session_required'
          : closed
            ? 'access.forbidden'
            : null;
        const entered = code === null || !(doors.has(code) || code === 'access.session_required');
        // What anybody may ask has its own words, which may be those of doors.
        if (expected === null && access === 'public') continue;
        if (expected ? code !== expected : !entered) wrong.push(`${who}: ${place} answered ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

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
    const beside = [
      '/files/{id}/{variant}',
      '/letters/{id}/source',
      '/api/channels/email/{key}/letters',
      '/health',
      '/ready',
      '/metrics',
    ];
    expect(Object.keys(api.paths)).toEqual(expect.arrayContaining(beside));
    expect(described).toHaveLength(server.platform.http.routed.length + beside.length);
    const chunk = api.paths['/api/uploads/{id}/chunks/{offset}']?.['put'];
    expect(chunk).toMatchObject({
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string' } } },
      },
    });
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

describe('what belongs to one customer', () => {
  const { chat, conversations, files } = endpoints;
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  let theirs: Objects;
  let intruders: Array<[string, TestClient]>;
  let other: TestCustomer;
  let owner: TestCustomer;
  /** An agent who hears all that happens in their conversation. */
  let watcher: ReturnType<typeof connectLive>;
  let quiet: TestServer;

  beforeAll(async () => {
    // Nothing is routed or swept, so that whatever changes was done by who knocks.
    quiet = await createTestServer({ ROLE: 'web' });
    const { world } = quiet;
    const team = await world.team();
    const elsewhere = await world.team({ name: 'Elsewhere' });
    const inbox = await world.inbox({ team });
    const verified = async (sub: string) =>
      world.customer(inbox.key, { identity: await world.identity(inbox.secret, { sub }) });
    owner = await verified('77001');
    other = await verified('77002');
    const mei = await world.agent({ teams: [team] });
    intruders = [
      ['another customer', other],
      ['an agent of another team', await world.agent({ teams: [elsewhere] })],
      ['an analyst', await world.agent({ roles: ['analyst'] })],
      ['nobody', quiet.nobody],
    ];
    const [sent, unsent] = [await store(owner), await store(owner)];
    const { id: upload } = await owner.call(files.beginUpload, { body: { name: 'half', size: 9 } });
    const { conversation, message } = await owner.call(chat.start, {
      body: { key: 'start-start', text: 'mine', attachmentIds: [sent], topic: null, locale: 'en' },
    });
    const ticket = await mei.call(endpoints.tickets.create, {
      // On which an account may be asked back.
      body: { conversationId: conversation.id, subject: 'mine', category: 'account_security.lost_2fa' },
    });
    theirs = {
      ticket: ticket.id,
      alert: await setAlert(owner.id),
      customerId: owner.id,
      teamId: elsewhere,
      agentId: mei.id,
      conversation: conversation.id,
      message: message.id,
      sent,
      unsent,
      upload,
    };
    watcher = connectLive(quiet.url, mei);
    await watcher.hear(welcome);
  });

  async function setAlert(customerId: string): Promise<string> {
    const { database } = quiet.platform;
    const customer = await verifiedCustomer(database.reader(), customerId);
    if (!customer) throw new Error('the owner is not verified');
    const deed = {
      kind: 'set',
      alert: 'price_above',
      asset: 'BTC',
      level: '61000',
      network: null,
      armed: true,
    } as const;
    await database.write((tx) => doDeed(tx, customer, deed));
    const [alert] = (await owner.call(endpoints.alerts.mine, { query: { locale: 'en' } })).alerts;
    return alert?.id ?? '';
  }

  async function store(who: TestClient): Promise<string> {
    const { id } = await who.call(files.beginUpload, { body: { name: 'a.pdf', size: pdf.length } });
    await fetch(`${quiet.url}/api/uploads/${id}/chunks/0`, {
      method: 'PUT',
      headers: { ...who.headers, 'content-type': 'application/octet-stream' },
      body: pdf,
    });
    return (await who.call(files.readUpload, { params: { id } })).attachment?.id ?? '';
  }

  async function knockAt(who: TestClient, endpoint: Endpoint) {
    const request = requestTo(endpoint, theirs);
    const response = await fetch(quiet.url + addressAt(endpoint, theirs), {
      method: endpoint.method,
      headers: { ...who.headers, ...(request ? { 'content-type': request.type } : {}) },
      ...(request ? { body: request.body } : {}),
    });
    const body = await response.text();
    if (response.ok) return { status: response.status, code: 'entered' };
    return { status: response.status, code: (JSON.parse(body) as { error: { code: string } }).error.code };
  }

  test('is refused to everybody else at every route that could name it, as documented, and nothing changes', async () => {
    const before = await everythingKept(quiet);
    const heard = watcher.heard.length;
    const walked = quiet.platform.http.routed.filter(namesAnObject);
    const wrong: string[] = [];
    for (const endpoint of walked) {
      for (const [who, caller] of intruders) {
        // They may read every conversation.
        if (who === 'an analyst' && endpoint.method === 'GET' && endpoint.path.startsWith('/api/conv'))
          continue;
        const { status, code } = await knockAt(caller, endpoint);
        const documented =
          [403, 404].includes(status) && (endpoint.errors as readonly string[]).includes(code);
        if (!documented && !doors.has(code)) {
          wrong.push(`${who}: ${endpoint.method} ${endpoint.path} answered ${status} ${code}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(walked.length).toBeGreaterThan(15);
    expect(await everythingKept(quiet)).toBe(before);
    expect(watcher.heard.slice(heard)).toEqual([]);
  });

  test('can be reached by its owner by the same requests: the walk would notice an open door', async () => {
    const open = quiet.platform.http.routed.filter((it) => it.access === 'customer' && namesAnObject(it));
    for (const endpoint of open) {
      const expected = inVain.get(endpoint) ?? 'entered';
      expect([endpoint.path, (await knockAt(owner, endpoint)).code]).toEqual([endpoint.path, expected]);
    }
    expect((await knockAt(owner, files.readUpload)).code).toBe('entered');
  });

  test('a file is not sent by another, whether it was sent before or not', async () => {
    const own = { key: 'own-own-own', text: 'mine too', topic: null, locale: 'en' as const };
    const { conversation } = await other.call(chat.start, { body: { ...own, attachmentIds: [] } });
    const before = await everythingKept(quiet);
    for (const attachment of [theirs.sent, theirs.unsent]) {
      const body = { key: 'steal-steal', text: 'look', attachmentIds: [attachment] };
      const params = { id: conversation.id };
      expect(await other.refused(chat.post, { params, body })).toBe('file.not_found');
    }
    expect(await everythingKept(quiet)).toBe(before);
  });

  test('is in no list and no search of another', async () => {
    const [, agent] = intruders[1] ?? [];
    const shown = await Promise.all([
      other.call(chat.list),
      ...[{ view: 'all' }, { customerId: theirs.customerId }, { q: 'mine' }].map((query) =>
        agent?.call(conversations.list, { query }),
      ),
    ]);
    expect(JSON.stringify(shown)).not.toContain(theirs.conversation);
  });
});
