import { endpoints, locales } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

const { official } = endpoints;
let server: TestServer;
let admin: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  admin = await server.world.agent({ roles: ['administrator'] });
  const entry = {
    standing: 'official' as const,
    kind: 'domain' as const,
    subdomains: true,
    label: 'Website',
  };
  await admin.call(official.add, { body: { ...entry, value: 'harbour.example' } });
});

const post = (path: string, fields: Record<string, string>) =>
  fetch(`${server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
const postLetter = (fields: FormData) =>
  fetch(`${server.url}/help/en/official/letter`, { method: 'POST', body: fields });
const saysOf = async (answer: Response) =>
  /<section id="result" class="verdict (\w+)"/.exec(await answer.text())?.[1];

test('the page asks in every language, is linked from every other, and is known to search engines', async () => {
  for (const locale of locales) {
    const answer = await fetch(`${server.url}/help/${locale}/official`);
    const page = await answer.text();
    expect([locale, answer.status, /official\.[a-z]/.exec(page)?.[0]]).toEqual([locale, 200, undefined]);
    expect(page).not.toContain('content="noindex"');
  }
  expect(await (await fetch(`${server.url}/help/en/`)).text()).toContain('href="/help/en/official"');
  expect(await (await fetch(`${server.url}/help/sitemap.xml`)).text()).toContain('/help/de/official');
});

test.each([
  ['https://www.harbour.example/login', 'official'],
  ['https://harbour.example.evil.org', 'impostor'],
  ['https://harbours.example', 'not_ours'],
  ['what is this', 'unclear'],
])('without a script a form says of %s that it is %s', async (text, verdict) => {
  const answer = await post('/help/en/official', { text, form: '' });
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).toEqual([
    200,
    'no-store',
    'noindex',
  ]);
  expect(await saysOf(answer)).toBe(verdict);
});

test('what was asked is shown as text and never as markup', async () => {
  const page = await (
    await post('/help/en/official', { text: '"><script>alert(1)</script> https://a.example/<b>' })
  ).text();
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<b>"');
  expect(page).toContain('&lt;script&gt;');
});

test('an e-mail is taken as a file or as its source', async () => {
  const source =
    'From: Us <x@elsewhere.example>\r\nSubject: Hi\r\n\r\nhttps://harbour.example.evil.org/a\r\n';
  const file = new FormData();
  file.set('file', new File([source], 'letter.eml', { type: 'message/rfc822' }));
  file.set('source', '');
  const found = await (await postLetter(file)).text();
  expect(found).toContain('verdict not_ours');
  expect(found).toContain('https://harbour.example.evil.org/a');
  const pasted = new FormData();
  pasted.set('source', `\n${source}`);
  expect(await saysOf(await postLetter(pasted))).toBe('not_ours');
  const none = await postLetter(new FormData());
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Please enter something')]);
  const large = new FormData();
  large.set('file', new File([new Uint8Array(1_080_000)], 'large.eml'));
  expect((await postLetter(large)).status).toBe(413);
  large.set('file', new File([new Uint8Array(2_000_000)], 'large.eml'));
  const refused = await postLetter(large);
  expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining('larger than 1 MB')]);
});

test('a fake is reported from the answer, and administrators see it', async () => {
  const page = await (await post('/help/de/official', { text: 'harbour-bonus.example' })).text();
  expect(page).toContain('action="/help/de/official/report#result"');
  const thanks = await post('/help/de/official/report', {
    text: 'harbour-bonus.example',
    form: '',
    note: 'Wollte meinen Code',
  });
  expect(await thanks.text()).toContain('Danke.');
  expect((await admin.call(official.listReports)).items).toMatchObject([
    { value: 'harbour-bonus.example', notes: ['Wollte meinen Code'] },
  ]);
});

test('addresses that no form sends to lead back, and unknown languages nowhere', async () => {
  const back = await fetch(`${server.url}/help/en/official/letter`, { redirect: 'manual' });
  expect([back.status, back.headers.get('location')]).toEqual([302, '/help/en/official']);
  expect((await post('/help/xx/official', { text: 'a.example' })).status).toBe(404);
});

test('who asks too often is told so in words', async () => {
  let last = await post('/help/en/official/report', { text: 'z.example' });
  for (let left = 25; left > 0 && last.status !== 429; left--)
    last = await post('/help/en/official/report', { text: 'z.example' });
  expect([last.status, await last.text()]).toEqual([429, expect.stringContaining('Please wait')]);
});
