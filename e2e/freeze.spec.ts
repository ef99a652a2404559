import { startMailbox } from '@fairlead/server/testing/outside';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

/** Of its own: it sends letters, and what is frozen stays so. */
let server: RunningServer;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
test.beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startServer([`--smtp-url=${mailbox.url}`]);
});
test.afterAll(async () => {
  await server.stop();
  await mailbox.stop();
});

test('a customer freezes their account by a code that goes to their address', async ({ browserOf }) => {
  const page = await browserOf();
  const found: string[] = [];
  await page.goto(`${server.url}/playground/?customer=pro-en&locale=en&theme=light`);
  await page.getByRole('link', { name: 'My tickets' }).click();
  await page.getByRole('link', { name: 'Freeze my account' }).click();
  await expect(page.getByRole('heading', { name: 'Freeze my account' })).toBeVisible();
  found.push(...(await findings(page, 'before a code')));
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByText('We sent a code to a…@example.com.')).toBeVisible();
  const letter = await mailbox.next();
  expect(letter.to).toBe('amelia.hart@example.com');
  const code = /^\d{6}$/m.exec(letter.text)?.[0] ?? '';
  await page.getByLabel('Code from the e-mail').fill(code === '111111' ? '222222' : '111111');
  await page.getByRole('button', { name: 'Freeze now' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  found.push(...(await findings(page, 'a wrong code')));
  await page.getByLabel('Code from the e-mail').fill(code);
  await page.getByRole('button', { name: 'Freeze now' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is frozen' })).toBeVisible();
  await expect(page.getByText(/^Since .* nobody can trade/)).toBeVisible();
  found.push(...(await findings(page, 'frozen')));
  await page.getByRole('link', { name: 'Tell us what happened' }).click();
  await expect(page.getByRole('heading', { name: 'New ticket' })).toBeVisible();
  await page.getByLabel('Date').fill('2026-11-20');
  await page.getByLabel('Subject').fill('A withdrawal that is not mine');
  await page.getByLabel('What happened?').fill('Somebody got into my account and takes my coins.');
  await page.getByRole('button', { name: 'Send' }).click();
  // Who says so hears at once what to do, with the way to it.
  const heard = page.getByRole('log');
  await expect(heard.getByText('every minute counts', { exact: false })).toBeVisible({ timeout: 20_000 });
  await expect(heard.getByRole('link', { name: 'Freeze my account' })).toBeVisible();
  found.push(...(await findings(page, 'a ticket with a way to go')));
  expect(found).toEqual([]);
});

test('an agent asks for an account to be frozen, another one agrees', async ({ browserOf }) => {
  const daniel = new Agent(await browserOf(), server.url);
  const mei = new Agent(await browserOf(), server.url);
  const found: string[] = [];
  await daniel.comeIn('daniel@example.com', '/inbox/all');
  await mei.comeIn('mei@example.com', '/customers');
  await daniel.row(/Linh/).first().click();
  await expect(daniel.log).toBeVisible();

  await test.step('who asks says how they know', async () => {
    const dialog = daniel.page.getByRole('dialog');
    await daniel.page.getByRole('button', { name: 'Freeze the account…' }).click();
    await expect(dialog.getByText('A second person has to agree first.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Ask a colleague to agree' }).click();
    await expect(dialog.getByText('Write at least 10 characters.')).toBeVisible();
    found.push(...(await findings(daniel.page, 'asking')));
    await dialog.getByLabel('How you know').fill('Wrote from the known device.');
    await dialog.getByRole('button', { name: 'Ask a colleague to agree' }).click();
    await expect(daniel.page.getByText('Waits for a second person')).toBeVisible();
    found.push(...(await findings(daniel.page, 'asked')));
  });

  await test.step('a second person sees that one waits, and agrees', async () => {
    await mei.page.getByRole('link', { name: '1 freeze waits', exact: true }).click({ timeout: 30_000 });
    await expect(mei.page.getByRole('heading', { name: 'Freezes', level: 1 })).toBeVisible();
    await expect(mei.page.getByText('Wrote from the known device.')).toBeVisible();
    found.push(...(await findings(mei.page, 'freezes')));
    await mei.page.getByRole('button', { name: 'Freeze', exact: true }).click();
    await mei.page.getByRole('alertdialog').getByRole('button', { name: 'Freeze', exact: true }).click();
    await expect(mei.page.getByText('Account frozen').first()).toBeVisible();
    await expect(daniel.page.getByText('Account frozen').first()).toBeVisible({ timeout: 15_000 });
    await expect(daniel.page.getByText(/agreed to by/)).toBeVisible();
  });
  expect(found).toEqual([]);
});
