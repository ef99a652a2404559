import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { makeArticle, makeCategory } from '../helpcenter.testing.ts';

const { helpInsight } = endpoints;
let server: TestServer;
let editor: TestAgent;
let analyst: TestAgent;
let mei: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.world.agent({ roles: ['knowledge_editor'] });
  analyst = await server.world.agent({ roles: ['analyst'] });
  mei = await server.world.agent({ name: 'Mei', teams: [await server.world.team()] });
});

const text = Array.from({ length: 80 }, (_, at) => `step ${at * 7919}`).join(', ');

test('published articles of which two say nearly the same are shown, drafts are not', async () => {
  const { id } = await makeCategory(editor);
  const first = await makeArticle(editor, id, { title: 'Deposits', text, published: true });
  const second = await makeArticle(editor, id, { title: 'Paying in', text: `${text}.`, published: true });
  await makeArticle(editor, id, { title: 'Being written', text });
  const list = async (query: { locale?: 'en' | 'ja' } = {}) =>
    (await analyst.call(helpInsight.duplicates, { query })).items;
  await expect.poll(async () => (await list()).length, { timeout: 10_000 }).toBe(1);
  const [pair] = await list({ locale: 'en' });
  expect([pair?.one.articleId, pair?.other.articleId].toSorted()).toEqual([first.id, second.id].toSorted());
  expect(pair).toMatchObject({ bodies: 1, titles: false, one: { locale: 'en' } });
  expect(await list({ locale: 'ja' })).toEqual([]);
  expect(await mei.refused(helpInsight.duplicates, { query: {} })).toBe('access.forbidden');
});
