import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, demoPassword } from './agent.ts';
import { test } from './journey.ts';
import { authenticatorCode } from './totp.ts';

test('an agent signs in, sets up a second factor, and signs in with it', async ({ browserOf, demo }) => {
  const priya = new Agent(await browserOf(), demo);
  const { page } = priya;
  const secondFactor = page.getByRole('heading', { name: 'Confirm it is you' });
  const found: string[] = [];

  await priya.readIn('en', 'priya@example.com');
  await page.context().clearCookies();
  await test.step('a wrong password is refused, the right one leads to where one wanted to go', async () => {
    await priya.visit('/settings/security');
    await priya.enterPassword('priya@example.com', 'not-the-password');
    await expect(page.getByRole('alert')).toHaveText('E-mail address or password is not right.');
    await priya.enterPassword('priya@example.com');
    await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
  });

  let secret = '';
  let recoveryCodes: string[] = [];
  await test.step('the second factor is set up', async () => {
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Set up two-factor sign-in' });
    await dialog.getByLabel('Current password').fill(demoPassword);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
    const key = dialog.getByRole('button', { name: /^Copy [A-Z2-7]{16,}$/ });
    secret = (await key.innerText()).trim();
    await dialog.getByRole('textbox', { name: 'Code' }).fill(authenticatorCode(secret));
    const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await expect(codes.first()).toBeVisible();
    recoveryCodes = await codes.allInnerTexts();
    expect(new Set(recoveryCodes).size).toBeGreaterThanOrEqual(8);
    found.push(...(await findings(page, 'recovery codes')));
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: 'I have kept them' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText(`${recoveryCodes.length} recovery codes left.`)).toBeVisible();
  });

  // The server takes a code once, and the next one already: nobody has to wait for it here.
  const code = authenticatorCode(secret, 1);
  await test.step('from now on the password alone is not enough', async () => {
    await priya.choose('Sign out');
    await priya.visit('/inbox/mine');
    await priya.enterPassword('priya@example.com');
    await expect(secondFactor).toBeVisible();
    found.push(...(await findings(page, 'second factor')));
    await page.getByRole('textbox', { name: 'Code' }).fill(code);
    await priya.expectSignedIn();
  });

  await test.step('a code works once; a recovery code helps who has lost the phone', async () => {
    await priya.choose('Sign out');
    await priya.visit('/inbox/mine');
    await priya.enterPassword('priya@example.com');
    await expect(secondFactor).toBeVisible();
    await page.getByRole('textbox', { name: 'Code' }).fill(code);
    await expect(page.getByRole('alert')).toHaveText('This code is not right, or it was used before.');
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
    found.push(...(await findings(page, 'a recovery code')));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await priya.expectSignedIn();
    await priya.choose('Security');
    await expect(page.getByText(`${recoveryCodes.length - 1} recovery codes left.`)).toBeVisible();
  });

  await test.step('it is switched off by password and code', async () => {
    await page.getByRole('button', { name: 'Switch off', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Switch off' });
    await dialog.getByLabel('Current password').fill(demoPassword);
    await dialog.getByRole('textbox', { name: 'Code' }).fill(code);
    found.push(...(await findings(page, 'switching the second factor off')));
    await dialog.getByRole('button', { name: 'Switch off' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('This code is not right, or it was used before.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a link for a new password', async () => {
    await priya.choose('Sign out');
    await priya.visit('/reset/a-link-that-was-used');
    await page.getByLabel('New password').fill('four-anchors-and-a-kite');
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    found.push(...(await findings(page, 'a new password')));
  });
  expect(found).toEqual([]);
});

test('an invited colleague comes in by the link, once', async ({ browserOf, demo }) => {
  const found: string[] = [];
  const mei = new Agent(await browserOf(), demo);
  await mei.comeIn('mei@example.com', '/people');
  await mei.page.getByRole('button', { name: 'Invite an agent' }).click();
  const form = mei.page.getByRole('dialog', { name: 'Invite an agent' });
  await form.getByLabel('Name').fill('Noor Haddad');
  await form.getByLabel('E-mail address').fill('noor@example.com');
  await form.getByRole('checkbox', { name: 'Trading support' }).click();
  await form.getByRole('button', { name: 'Create invitation' }).click();
  const ready = mei.page.getByRole('dialog', { name: 'Invitation ready' });
  const link = await ready.getByLabel('Invitation link').inputValue();
  found.push(...(await findings(mei.page, 'an invitation that is ready')));
  await ready.getByRole('button', { name: 'Done' }).click();
  const row = mei.page.getByRole('row', { name: /Noor Haddad/ });
  await expect(row.getByText('Invited')).toBeVisible();

  const noor = new Agent(await browserOf(), demo);
  await noor.page.goto(link);
  await expect(noor.page.getByRole('heading', { name: 'Welcome to HTX' })).toBeVisible();
  await expect(noor.page.getByLabel('Name')).toHaveValue('Noor Haddad');
  found.push(...(await findings(noor.page, 'an invitation')));
  await noor.page.getByLabel('Password', { exact: true }).fill('four-anchors-and-a-kite');
  await noor.page.getByRole('button', { name: 'Join' }).click();
  await noor.expectSignedIn();
  await expect(noor.page.getByRole('link', { name: 'Trading support' })).toBeVisible();
  await expect(noor.page.getByRole('link', { name: 'Dead letters' })).toHaveCount(0);

  await mei.page.reload();
  await expect(row).toBeVisible();
  await expect(row.getByText('Invited')).toHaveCount(0);

  const somebodyElse = await browserOf();
  await somebodyElse.goto(link);
  await expect(somebodyElse.getByText('This link is no longer valid.', { exact: false })).toBeVisible();
  await expect(somebodyElse.getByLabel('Password', { exact: true })).toHaveCount(0);
  found.push(...(await findings(somebodyElse, 'a link that is no longer valid')));
  expect(found).toEqual([]);
});
