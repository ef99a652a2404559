import { endpoints } from '@fairlead/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeArticle, makeCategory } from '../modules/helpcenter/helpcenter.testing.ts';
import { createTestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

/** What administrators write into the glossary is found and understood by, on every node, without a restart. */
const { help, translation, assistant } = endpoints;
let server: TestServer;
let other: TestServer;
let lead: TestAgent;
let slug: string;

beforeAll(async () => {
  server = await createTestServer();
  other = await createTestServer({}, server);
  lead = await server.world.agent({
    name: 'Lead',
    roles: ['team_lead', 'knowledge_editor', 'administrator'],
  });
  const category = await makeCategory(lead, { slug: 'deposits' });
  const text = 'How long a deposit takes: a deposit is credited after twelve confirmations.';
  const article = await makeArticle(lead, category.id, { text, published: true });
  slug = article.slug;
});
/** The words are the process's, which other tests share. */
afterAll(async () => {
  const { version } = await lead.call(translation.glossary, {});
  const first = await lead.call(translation.glossaryVersion, { params: { version: 0 } });
  await lead.call(translation.saveGlossary, { body: { ...first, basedOn: version } });
});

const found = async (node: TestServer, text: string) => {
  const query = { text, locale: 'en' as const, limit: 5, place: 'pages' as const };
  const { items } = await createTestClient(node.url).call(help.search, { query });
  return items.map((it) => it.slug);
};
const guessed = async (text: string) => {
  const { trace } = await lead.call(assistant.try, { body: { text, locale: 'en' } });
  return JSON.stringify(trace);
};

test('a word that is new to the glossary finds articles on both nodes, and is understood', async () => {
  expect(await found(server, 'zufuhrling')).toEqual([]);
  expect(await found(other, 'zufuhrling')).toEqual([]);
  const before = await guessed('how long until my zufuhrling is there');
  const { version, concepts, keep } = await lead.call(translation.glossary, {});
  const more = concepts.map((it) =>
    it.id === 'deposit' ? { ...it, terms: { ...it.terms, de: [...(it.terms.de ?? []), 'Zufuhrling'] } } : it,
  );
  await lead.call(translation.saveGlossary, { body: { concepts: more, keep, basedOn: version } });
  await expect.poll(() => found(server, 'zufuhrling'), { timeout: 20_000 }).toEqual([slug]);
  await expect.poll(() => found(other, 'zufuhrling'), { timeout: 20_000 }).toEqual([slug]);
  expect(await guessed('how long until my zufuhrling is there')).not.toBe(before);

  // And what somebody takes out again is forgotten.
  await lead.call(translation.saveGlossary, { body: { concepts, keep, basedOn: version + 1 } });
  await expect.poll(() => found(other, 'zufuhrling'), { timeout: 20_000 }).toEqual([]);
});
