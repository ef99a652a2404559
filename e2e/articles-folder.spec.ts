import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

test('what is published goes out as an archive, comes back unchanged, and a folder brings what is new', async ({
  browserOf,
  demo,
}, info) => {
  test.slow();
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await mei.comeIn('mei@example.com', '/articles');
  const begun = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const archive = info.outputPath('articles.zip');
  await (await begun).saveAs(archive);
  await expect(page.getByText(/^\d+ articles exported$/).first()).toBeVisible();

  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const found = await findings(page, 'an import of a folder');
  await page.getByLabel('Choose a ZIP archive').setInputFiles(archive);
  await expect(
    page.getByText(/^To be created: 0, updated: 0, unchanged: [1-9]\d+, left out: 0\.$/),
  ).toBeVisible({ timeout: 60_000 });

  const folder = info.outputPath('wombats');
  const files = {
    'trading/wombat-orders/en.md':
      '---\ntitle: How wombats trade\nsource: true\nattachments: [paws.txt]\n---\n\n![Two paws](./files/paw.png)\n',
    'trading/wombat-orders/ja.md': '---\ntitle: ウォンバットの取引\n---\n\n掘ります。\n',
    'trading/wombat-orders/files/paw.png': pngFile('paw.png', [90, 60, 30]).buffer,
    'trading/wombat-orders/files/paws.txt': 'four',
    'burrows/nowhere/en.md': '---\ntitle: Nowhere\nsource: true\n---\n\nx\n',
    'notes.md': 'x',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(page.getByText('To be created: 1, updated: 0, unchanged: 0, left out: 2.')).toBeVisible();
  await expect(page.getByRole('row', { name: /burrows\/nowhere.*Its category is not here/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /notes\.md.*It does not stand at category/ })).toBeVisible();
  found.push(...(await findings(page, 'what an import of a folder would do')));
  await page.getByRole('checkbox', { name: /^Publish at once/ }).click();
  await page.getByRole('button', { name: 'Import them' }).click();
  await expect(page.getByText('1 created, 0 updated, 0 unchanged, 2 left out.')).toBeVisible();
  await page.goto(`${demo}/help/en/articles/wombat-orders`);
  await expect(page.getByRole('heading', { name: 'How wombats trade' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Two paws' })).toBeVisible();
  await expect(page.getByRole('link', { name: /paws\.txt/ })).toBeVisible();
  expect(found).toEqual([]);
});
