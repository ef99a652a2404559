import { startMailbox } from '@fairlead/server/testing/outside';
import { expect, type Page } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

/** Of its own: it sends letters, and lets time pass by nobody else's clock. */
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

const subject = 'My telephone was stolen';

/** Letters about tickets come in between. */
async function letterTo(address: string, says: RegExp): Promise<string> {
  for (;;) {
    const { to, text } = await mailbox.next();
    if (to === address && says.test(text)) return text;
  }
}
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('an account is asked back in the portal, two agents agree, and its owner stops it by the letter', async ({
  browserOf,
}) => {
  const found: string[] = [];
  const phone = await browserOf({ viewport: { width: 390, height: 844 } });
  const mei = new Agent(await browserOf(), server.url);
  const daniel = new Agent(await browserOf(), server.url);

  await test.step('a stranger comes in by a code to an address of theirs, and asks', async () => {
    await phone.goto(`${server.url}/portal/new/account_security.lost_2fa`);
    await phone.getByLabel('E-mail address').fill('locked.out@example.com');
    await phone.getByRole('button', { name: 'Send me a code' }).click();
    const letter = await letterTo('locked.out@example.com', /^\d{6}$/m);
    await phone.getByLabel('Code from the e-mail').fill(/^\d{6}$/m.exec(letter)?.[0] ?? '');
    await phone.getByRole('button', { name: 'Sign in' }).click();
    await phone.getByLabel('What you have lost').selectOption({ label: 'Phone number' });
    await phone.getByLabel('Subject').fill(subject);
    await phone.getByLabel('What happened?').fill('I cannot get into my account any more.');
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    const part = phone.getByRole('region', { name: 'Get your account back' });
    await part.getByLabel('Account number (UID)').fill('27745510');
    await part.getByLabel('Authenticator, phone or passkey').check();
    await part.getByLabel('E-mail address').check();
    found.push(...(await findings(phone, 'asking')));
    expect(await wide(phone)).toBe(390);
    await part.getByRole('button', { name: 'Ask for my account' }).click();
    await expect(part.getByText('Send a picture of your identity document')).toBeVisible();
    found.push(...(await findings(phone, 'proving')));
  });

  await test.step('one agent sees the document and agrees, another one has to as well', async () => {
    await mei.comeIn('mei@example.com', '/customers/recoveries');
    const card = mei.page.getByRole('listitem').filter({ hasText: 'UID 27745510' });
    await expect(card.getByText('High risk')).toBeVisible();
    await expect(card.getByText('The e-mail address is lost')).toBeVisible();
    const dialog = mei.page.getByRole('dialog');
    await card.getByRole('button', { name: 'Document is right' }).click();
    await dialog.getByRole('button', { name: 'Document is right' }).click();
    await expect(dialog.getByText('Write at least 10 characters.')).toBeVisible();
    found.push(...(await findings(mei.page, 'a document')));
    await dialog.getByLabel('How you know').fill('Passport and face are the same.');
    await dialog.getByRole('button', { name: 'Document is right' }).click();
    await card.getByRole('button', { name: 'Agree' }).click();
    await dialog.getByLabel('How you know').fill('The number is that of the account.');
    await dialog.getByRole('button', { name: 'Agree' }).click();
    await expect(card.getByText('Waits for a second person')).toBeVisible();
    await expect(card.getByText('Somebody else has to agree besides you.')).toBeVisible();
    found.push(...(await findings(mei.page, 'recoveries')));

    await daniel.comeIn('daniel@example.com', '/customers');
    await daniel.page.getByRole('link', { name: '1 recovery waits' }).click();
    const theirs = daniel.page.getByRole('listitem').filter({ hasText: 'UID 27745510' });
    await theirs.getByRole('button', { name: 'Agree' }).click();
    await daniel.page.getByRole('dialog').getByLabel('How you know').fill('I looked at it, too, and agree.');
    await daniel.page.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
    await expect(theirs.getByText('Cooling off')).toBeVisible();
    await expect(theirs.getByText(/The owner can stop it until/)).toBeVisible();
    await daniel.page.setViewportSize({ width: 390, height: 844 });
    expect(await wide(daniel.page)).toBe(390);
    found.push(...(await findings(daniel.page, 'cooling off, on a phone')));
    await phone.reload();
    await expect(phone.getByText(/For safety nothing happens until/)).toBeVisible();
  });

  await test.step('whose account it is stops it, without signing in', async () => {
    const letter = await letterTo('amelia.hart@example.com', /was agreed to/);
    const link = /\/portal\/objection#\S+/.exec(letter)?.[0] ?? '';
    const owner = await browserOf();
    await owner.goto(server.url + link);
    await expect(owner.getByRole('heading', { name: 'This was not me' })).toBeVisible();
    found.push(...(await findings(owner, 'objecting')));
    await owner.getByRole('button', { name: 'Stop it' }).click();
    await expect(owner.getByText('It is stopped, and our security team knows.')).toBeVisible();
    await expect(owner.getByRole('link', { name: 'Freeze my account' })).toBeVisible();
    await mei.page.reload();
    await expect(mei.page.getByText('Stopped by the owner')).toBeVisible();
    await phone.reload();
    await expect(phone.getByText('Your request is under review.')).toBeVisible();
  });
  expect(found).toEqual([]);
});
