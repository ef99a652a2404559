import { endpoints } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { writeSetting } from '../../platform/setting-store.ts';
import { createTestServer } from '../../testing/test-server.ts';
import { browser, cookieOf, setUpInstallation, strong } from './access-kit.testing.ts';

const { access } = endpoints;
const body = {
  organisation: 'HTX',
  name: 'Ada',
  email: 'ada@example.com',
  password: strong,
  locale: 'en',
} as const;

test('an empty installation is set up once, and its administrator signed in', async () => {
  const server = await createTestServer();
  expect(await server.nobody.call(access.setupState)).toEqual({
    needed: true,
    demo: false,
    organisation: '',
  });
  expect(await server.nobody.refused(access.setup, { body: { ...body, password: 'ada@example.com' } })).toBe(
    'access.password_too_weak',
  );
  const answer = await server.nobody.try(access.setup, { body });
  expect(answer).toMatchObject({
    ok: true,
    body: {
      agent: { name: 'Ada', email: 'ada@example.com', roles: ['administrator'], status: 'active' },
      twoFactor: { enabled: false, required: false, recoveryCodesLeft: 0 },
      organisation: 'HTX',
      demo: false,
    },
  });
  expect(await browser(server, cookieOf(answer)).call(access.me)).toMatchObject({ agent: { name: 'Ada' } });
  expect(await server.nobody.refused(access.setup, { body })).toBe('access.already_set_up');
  expect(await server.nobody.call(access.setupState)).toEqual({
    needed: false,
    demo: false,
    organisation: 'HTX',
  });
});

test('of several who set up at once one becomes the administrator', async () => {
  const server = await createTestServer();
  const answers = await Promise.all(
    ['ada', 'bob', 'eve', 'joe'].map((name) =>
      server.nobody.try(access.setup, { body: { ...body, email: `${name}@example.com` } }),
    ),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  for (const answer of answers) {
    if (!answer.ok) expect(answer.error.code).toBe('access.already_set_up');
  }
});

test('the cookie is out of reach of pages, and of plain HTTP where the server is reached by HTTPS', async () => {
  for (const [settings, secure] of [
    [{}, false],
    [{ PUBLIC_URL: 'https://support.example.com' }, true],
  ] as const) {
    const server = await createTestServer(settings);
    const answer = await server.nobody.try(access.setup, { body });
    const attributes = answer.headers.get('set-cookie')?.split('; ').slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
    expect(attributes?.includes('Secure')).toBe(secure);
  }
});

test('what a session may change it may not be made to change from a foreign page', async () => {
  const server = await createTestServer();
  const ada = await setUpInstallation(server);
  const { 'x-fairlead-console': _, ...without } = ada.headers;
  const response = await fetch(`${server.url}${access.signOut.path}`, { method: 'POST', headers: without });
  expect(response.status).toBe(403);
  expect(await ada.call(access.me)).toMatchObject({ agent: { name: 'Ada' } });
});

test('a demo says that it is one', async () => {
  const server = await createTestServer();
  await server.platform.database.write((tx) => writeSetting(tx, 'demo', true));
  expect(await server.nobody.call(access.setupState)).toMatchObject({ demo: true });
});
