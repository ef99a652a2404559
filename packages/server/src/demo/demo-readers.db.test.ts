import { endpoints } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { createTestServer } from '../testing/test-server.ts';
import { writeDemoArticles } from './demo-articles.ts';
import { writeDemoReaders } from './write-demo-readers.ts';

const { helpInsight } = endpoints;

test('an editor of the demo sees what readers looked for, read and said', async () => {
  const server = await createTestServer();
  await server.platform.database.write(async (tx) => {
    await writeDemoArticles(tx);
    await writeDemoReaders(tx);
  });
  const editor = await server.world.agent({ roles: ['knowledge_editor'] });
  const overview = await editor.call(helpInsight.overview, { query: { days: 28 } });
  for (const figure of [
    'searches',
    'empty',
    'unopened',
    'views',
    'contacts',
    'helpful',
    'unhelpful',
  ] as const)
    expect([figure, overview[figure].now > 0]).toEqual([figure, true]);
  const { items } = await editor.call(helpInsight.searches, { query: { days: 28, outcome: 'empty' } });
  expect(items.map((it) => it.words)).toContain('数字人民币');
});
