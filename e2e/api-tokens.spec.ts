import { endpoints } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';

test('an administrator makes an API token, a program opens a ticket with it, and it is revoked', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.comeIn('mei@example.com', '/operations/tokens');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const form = page.getByRole('dialog', { name: 'Make a token' });
  await form.getByRole('button', { name: 'Make a token' }).click();
  await expect(form.getByText('Please enter a name.')).toBeVisible();
  await expect(form.getByText('Choose at least one.')).toBeVisible();
  await form.getByLabel('Name').fill('Reconciliation');
  await form.getByRole('radio', { name: '30 days' }).click();
  await form.getByRole('checkbox', { name: /^Open and change tickets/ }).click();
  await form.getByRole('checkbox', { name: /^Read tickets/ }).click();
  found.push(...(await findings(page, 'token form')));
  await form.getByRole('button', { name: 'Make a token' }).click();
  const shown = page.getByRole('dialog', { name: 'API token' });
  const token = await shown.getByLabel('API token').inputValue();
  expect(token).toMatch(/^flt_[\w-]{43}$/);
  found.push(...(await findings(page, 'token shown once')));
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  const panel = page.getByRole('region', { name: 'Reconciliation' });
  await expect(panel.getByText('Open and change tickets')).toBeVisible();
  await expect(panel.getByText('Never used', { exact: false })).toBeVisible();
  found.push(...(await findings(page, 'a token')));

  const ask = () =>
    fetch(demo + endpoints.tickets.create.path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ subject: 'Payout 1187 does not reconcile' }),
    });
  const opened = endpoints.tickets.create.response.parse(await (await ask()).json());
  expect(opened.source).toBe('api');

  await panel.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('No API tokens yet')).toBeVisible();
  expect((await ask()).status).toBe(401);
  expect(found).toEqual([]);
});
