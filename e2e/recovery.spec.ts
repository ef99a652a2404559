import { startMailbox } from '@fairlead/server/testing/outside';
import { expect, type Page } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

/** Of its own: it sends letters, and lets time pass by nobody else's clock. */
let server: RunningServer;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
test.beforeAll(async () => {
  mailbox = await startMailbox();
  server = await startServer([`--smtp-url=${mailbox.url}`], { assistant: true });
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

  await test.step('a rival asks for the same account: both are shown side by side, and one is refused first', async () => {
    const other = await browserOf({ viewport: { width: 390, height: 844 } });
    await other.goto(`${server.url}/portal/new/account_security.lost_2fa`);
    await other.getByLabel('E-mail address').fill('rival@example.com');
    await other.getByRole('button', { name: 'Send me a code' }).click();
    const letter = await letterTo('rival@example.com', /^\d{6}$/m);
    await other.getByLabel('Code from the e-mail').fill(/^\d{6}$/m.exec(letter)?.[0] ?? '');
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByLabel('What you have lost').selectOption({ label: 'Phone number' });
    await other.getByLabel('Subject').fill('Let me in');
    await other.getByLabel('What happened?').fill('This account is mine, of course.');
    await other.getByRole('button', { name: 'Send', exact: true }).click();
    const part = other.getByRole('region', { name: 'Get your account back' });
    await part.getByLabel('Account number (UID)').fill('27745510');
    await part.getByLabel('Password').check();
    await part.getByRole('button', { name: 'Ask for my account' }).click();
    await expect(part.getByText('The e-mail address that I sign in with')).toBeVisible();
    await part.getByRole('button', { name: 'Answer the questions' }).click();
    await part.getByLabel('What did you deposit last?').selectOption('BTC');
    await part.getByLabel('About how much of it was that?').selectOption({ label: '1 to 10' });
    await part.getByLabel('In which month did you open the account?').selectOption({ index: 5 });
    await part.getByLabel('How does the address end').selectOption({ index: 2 });
    found.push(...(await findings(other, 'questions')));
    expect(await wide(other)).toBe(390);
    await part.getByRole('button', { name: 'Send my answers' }).click();
    await expect(part.getByText('Not all answers were right. 2 tries are left.')).toBeVisible();

    await mei.comeIn('mei@example.com', '/customers/recoveries');
    const rivals = mei.page
      .getByRole('listitem')
      .filter({ has: mei.page.getByRole('heading', { name: '2 claims on account 27745510' }) });
    await expect(rivals.getByText('Refuse the others first.')).toHaveCount(2);
    await expect(rivals.getByRole('button', { name: 'Agree' })).toHaveCount(0);
    found.push(...(await findings(mei.page, 'rivals')));
    await mei.page.setViewportSize({ width: 390, height: 844 });
    expect(await wide(mei.page)).toBe(390);
    await mei.page.setViewportSize({ width: 1440, height: 900 });
    const wrong = rivals.getByRole('listitem').filter({ hasText: 'lost: password' });
    await wrong.getByRole('button', { name: 'Refuse' }).click();
    await mei.page.getByRole('dialog').getByLabel('How you know').fill('Nothing of it is proven.');
    await mei.page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await expect(rivals).toHaveCount(0);
    await other.reload();
    await expect(part.getByText('Your request could not be granted.')).toBeVisible();
  });

  await test.step('one agent sees the document and agrees, another one has to as well', async () => {
    const card = mei.page.getByRole('listitem').filter({ hasText: 'UID 27745510' }).first();
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
    const theirs = daniel.page.getByRole('listitem').filter({ hasText: 'UID 27745510' }).first();
    await theirs.getByRole('button', { name: 'Agree' }).click();
    await daniel.page.getByRole('dialog').getByLabel('How you know').fill('I looked at it, too, and agree.');
    await daniel.page.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
    await expect(theirs.getByText('Cooling off')).toBeVisible();
    await expect(theirs.getByText(/The owner can stop it until/)).toBeVisible();
    await daniel.page.setViewportSize({ width: 390, height: 844 });
    expect(await wide(daniel.page)).toBe(390);
    found.push(...(await findings(daniel.page, 'cooling off, on a phone')));
    await phone.reload();
    // They are contested by now: what colleagues do is not told.
    await expect(phone.getByText('Your request is under review.')).toBeVisible();
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

  await test.step('the ticket tells of it in its time line', async () => {
    const stopped = mei.page.getByRole('listitem').filter({ hasText: 'Stopped by the owner' }).first();
    await stopped.getByRole('link', { name: /^Ticket #/ }).click();
    await mei.page.getByRole('tab', { name: 'Time line' }).click();
    const told = mei.page.getByRole('listitem').filter({ hasText: 'Account recovery' });
    await expect(told.filter({ hasText: 'Stopped by the owner' })).toBeVisible();
    found.push(...(await findings(mei.page, 'the time line')));
  });
  expect(found).toEqual([]);
});

test('whoever cannot get in is shown the way in the chat, and the conversation hears of the claim', async ({
  browserOf,
}) => {
  const visitor = new Customer(await browserOf(), server.url, 'en');
  const mei = new Agent(await browserOf(), server.url);
  await visitor.visit(null);
  await visitor.open();
  await visitor.begin();
  await visitor.say('I lost my phone and with it the authenticator');
  const link = visitor.messages.getByRole('link').filter({ hasText: '/portal/new/account_security' });
  const href = (await link.getAttribute('href', { timeout: 20_000 })) ?? '';
  expect(href).toMatch(/#recover=\S+\d$/);
  const page = await browserOf({ viewport: { width: 390, height: 844 } });
  await page.goto(href);
  await page.getByLabel('E-mail address').fill('from.chat@example.com');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const letter = await letterTo('from.chat@example.com', /^\d{6}$/m);
  await page.getByLabel('Code from the e-mail').fill(/^\d{6}$/m.exec(letter)?.[0] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('What you have lost').selectOption({ label: 'Phone number' });
  await page.getByLabel('Subject').fill('Came from the chat');
  await page.getByLabel('What happened?').fill('The phone is gone.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const part = page.getByRole('region', { name: 'Get your account back' });
  await part.getByLabel('Account number (UID)').fill('41773205');
  await part.getByLabel('Authenticator, phone or passkey').check();
  await part.getByRole('button', { name: 'Ask for my account' }).click();
  await part.getByRole('button', { name: 'I no longer ask for the account' }).click();
  await part.getByRole('button', { name: 'Yes, withdraw' }).click();
  await expect(part.getByText('You have withdrawn your request.')).toBeVisible();

  const [, conversationId] = /\.([\da-f-]{36})\./.exec(href) ?? [];
  await mei.comeIn('mei@example.com', `/inbox/all/${conversationId}`);
  await expect(mei.page.getByText(/An account is asked back on ticket #\d+/)).toBeVisible();
  await expect(mei.page.getByText(/has ended; the account was not given back/)).toBeVisible();
  await expect(visitor.log.getByText(/asked back/)).toHaveCount(0);
});
