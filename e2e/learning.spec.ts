import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer([], { assistant: true });
});
test.afterAll(() => server.stop());

const question = 'Can I pay my phone bill with the points from the summer lottery in your app?';

test('a question nobody answered becomes a cluster, a draft article and an utterance; a training begins and is cancelled', async ({
  browserOf,
}) => {
  test.slow();
  const guest = new Customer(await browserOf(), server.url, 'en');
  await test.step('a visitor asks what the assistant cannot answer', async () => {
    await guest.visit(null);
    await guest.open();
    await guest.begin();
    await guest.say(question);
    await expect(guest.messages).toHaveCount(2);
    await guest.say('That did not help');
    await expect(guest.messages).toHaveCount(4);
  });

  const lead = new Agent(await browserOf(), server.url);
  const { page } = lead;
  const found: string[] = [];
  await lead.comeIn('mei@example.com', '/assistant?tab=learning');
  const line = page.getByRole('listitem').filter({ hasText: question }).first();

  await test.step('gathered, it is a matter of its own', async () => {
    await expect(page.getByText('Questions are gathered every night.')).toBeVisible();
    await page.getByRole('button', { name: 'Gather now' }).click();
    await expect(line).toContainText('1 question');
    await line.locator('summary').click();
    await expect(line.getByRole('checkbox', { name: question })).toBeVisible();
    found.push(...(await findings(page, 'a cluster')));
  });

  await test.step('it is proposed as an utterance and accepted', async () => {
    await line.getByRole('checkbox', { name: question }).click();
    await line.getByRole('combobox', { name: 'Intent' }).click();
    await page.getByRole('option', { name: 'None of the exchange’s business' }).click();
    await line.getByRole('button', { name: 'Propose 1 as utterance' }).click();
    await expect(page.getByText('1 proposed for review')).toBeVisible();
    await page.getByRole('radio', { name: 'Utterances' }).click();
    const row = page.getByRole('list', { name: 'Utterances for training' }).getByRole('listitem');
    await expect(row).toContainText(question);
    found.push(...(await findings(page, 'utterances')));
    await row.getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByText('Accepted for the next training')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Accepted 1' })).toBeVisible();
  });

  await test.step('a training begins, one at a time, and is cancelled', async () => {
    await page.getByRole('radio', { name: 'Versions' }).click();
    await expect(page.getByText('1 accepted utterance is not learned yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect(page.getByRole('progressbar', { name: 'Training' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const versions = page.getByRole('list', { name: 'Versions of the classifier' }).getByRole('listitem');
    await expect(versions.filter({ hasText: 'Version 1' })).toContainText('Cancelled');
    await expect(versions.filter({ hasText: 'The one that came along' })).toContainText('Live');
    found.push(...(await findings(page, 'versions of the classifier')));
  });

  await test.step('an article is begun with it, as a draft', async () => {
    await page.getByRole('radio', { name: 'Questions', exact: true }).click();
    await line.locator('summary').click();
    await line.getByRole('button', { name: 'Begin article' }).click();
    await expect(page).toHaveURL(/\/console\/articles\/[0-9a-f-]{36}/);
    await expect(page.getByText('What customers ask')).toBeVisible();
    await expect(page.getByText('draft', { exact: true }).first()).toBeVisible();
  });
  expect(found).toEqual([]);
});
