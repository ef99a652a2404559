import { endpoints, type Locale, type ResponseOf } from '@fairlead/contract';
import { expect, type Page } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, demoPassword, signInBy } from './agent.ts';
import { test } from './journey.ts';

test('axe finds nothing on the pages of the console', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.visit('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  found.push(...(await findings(page, 'sign-in')));
  await mei.visit('/forgotten-password');
  await expect(page.getByRole('heading', { name: 'Forgotten password' })).toBeVisible();
  found.push(...(await findings(page, 'forgotten password')));

  await mei.comeIn('mei@example.com');
  await mei.open('陈志远');
  await expect(mei.messages.first()).toBeVisible();
  found.push(...(await findings(page, 'inbox')));
  // The copilot may offer to look up something too.
  await page
    .locator('div', { has: page.getByText('Each look is recorded', { exact: false }) })
    .getByRole('button', { name: 'Look up' })
    .last()
    .click();
  await expect(page.getByText('A security setting was changed', { exact: false })).toBeVisible();
  await expect(page.getByText('3 BTC', { exact: true })).toBeVisible();
  found.push(...(await findings(page, 'what the exchange knows of a customer')));
  const places = [
    ['/people', 'Team and agents', 'Daniel Okafor'],
    ['/people?tab=teams', 'Team and agents', 'Account security'],
    ['/people?tab=policy', 'Team and agents', 'Require two-factor sign-in'],
    ['/channels', 'Channels', 'Trading page'],
    ['/channels/new', 'Add an inbox', 'Default team'],
    ['/operations/dead-letters', 'Dead letters', 'Nothing is stuck'],
    ['/operations/webhooks', 'Webhooks', 'No webhooks yet'],
    ['/operations/tokens', 'API tokens', 'No API tokens yet'],
    ['/settings/profile', 'My profile', 'Language of the console'],
    ['/settings/security', 'Security', 'Where you are signed in'],
    ['/customers', 'Customers', 'Amelia Hart'],
    ['/nowhere', 'There is nothing here', 'The address may be mistyped'],
  ] as const;
  for (const [place, heading, content] of places) {
    await mei.go(place);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expect(page.getByText(content).first()).toBeVisible();
    found.push(...(await findings(page, place)));
  }
  await mei.go('/customers');
  await page.getByRole('link', { name: 'Amelia Hart' }).first().click();
  await expect(page.getByRole('heading', { name: 'Amelia Hart', level: 1 })).toBeVisible();
  found.push(...(await findings(page, 'a customer')));
  expect(found).toEqual([]);
});

test('axe finds nothing in what opens in the inbox', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const look = looker(page);
  await mei.comeIn('mei@example.com');
  await mei.open('陈志远');
  await expect(mei.messages.first()).toBeVisible();

  await look.atDialog(/^Assign #\d+$/, () => mei.act('Assign'));
  await look.atDialog(/^Pass #\d+ on$/, () => mei.act('Pass on'));
  await look.atDialog('Search and commands', () => page.keyboard.press('ControlOrMeta+k'));
  await look.atDialog('Keyboard shortcuts', () => page.keyboard.press('?'));
  await look.atMenu('Security', () => mei.menuButton.click());
  await look.atMenu('Spam', () => mei.act('Other ways to close'));
  await look.atMenu('Send at once', () => page.getByRole('button', { name: 'Writing preferences' }).click());

  await page.getByRole('button', { name: 'Answers to choose from' }).click();
  await page.getByRole('textbox', { name: 'Answers to choose from' }).fill('Yes');
  await page.getByRole('textbox', { name: 'Answers to choose from' }).press('Enter');
  await look.now('answers to choose from');
  await page.getByRole('button', { name: 'Remove Yes' }).click();

  await page.getByRole('radio', { name: 'Note' }).click();
  const note = page.getByRole('textbox', { name: 'Note for colleagues' });
  await note.pressSequentially('Please look, @Dan');
  await expect(page.getByRole('option', { name: /Daniel Okafor/ })).toBeVisible();
  await look.now('note');
  await note.fill('');
  await page.getByRole('radio', { name: 'Reply' }).click();
  expect(look.found).toEqual([]);
});

test('a webhook is added, tried, given another secret and removed; axe finds nothing', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.comeIn('mei@example.com', '/operations/webhooks');
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  const form = page.getByRole('dialog', { name: 'Add a webhook' });
  await form.getByRole('button', { name: 'Add a webhook' }).click();
  await expect(form.getByText('An address that begins with https://')).toBeVisible();
  found.push(...(await findings(page, 'webhook form')));
  await form.getByLabel('Address').fill('https://hooks.invalid/fairlead');
  await form.getByRole('checkbox', { name: 'An article changes' }).click();
  await form.getByRole('button', { name: 'Add a webhook' }).click();
  const secret = page.getByRole('dialog', { name: 'Secret of the webhook' });
  const told = () => secret.getByLabel('Secret of the webhook').inputValue();
  const first = await told();
  expect(first).toMatch(/^whsec_[\w-]{40,}$/);
  found.push(...(await findings(page, 'webhook secret')));
  await secret.getByRole('button', { name: 'I have kept it' }).click();

  const panel = page.getByRole('region', { name: 'https://hooks.invalid/fairlead' });
  await expect(panel.getByText('An article is published · An article is archived')).toBeVisible();
  await panel.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByRole('alert').getByText('The test was not taken in')).toBeVisible();
  await panel.getByRole('button', { name: 'What it was told in the last 14 days' }).click();
  await expect(panel.getByText('Nothing yet.')).toBeVisible();
  found.push(...(await findings(page, 'a webhook')));

  await panel.getByRole('button', { name: 'Change the secret' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Change the secret' }).click();
  await expect(secret).toBeVisible();
  expect(await told()).not.toBe(first);
  await secret.getByRole('button', { name: 'I have kept it' }).click();
  await expect(panel.getByText(/^Signed with the former secret too until/)).toBeVisible();

  await panel.getByRole('switch').click();
  await expect(panel.getByRole('switch')).not.toBeChecked();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  expect(found).toEqual([]);
});

test('axe finds nothing in the dialogs of people, channels, access and operations', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const look = looker(page);
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();

  await mei.comeIn('mei@example.com', '/people');
  await look.atDialog('Invite an agent', () => press('Invite an agent'));
  await look.atDialog('Add a team', () => press('Add a team'));
  await look.atDialog('Daniel Okafor', () => press('Daniel Okafor'));
  await look.atMenu('Sign out everywhere', () => press('Actions for Daniel Okafor'));
  await look.atDialog(
    'Sign Daniel Okafor out everywhere?',
    async () => {
      await press('Actions for Daniel Okafor');
      await page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
    },
    'alertdialog',
  );
  await page.getByRole('tab', { name: 'Teams' }).click();
  await look.atDialog('Edit Account security', () => press('Edit Account security'));
  await look.atDialog('Delete Account security', () => press('Delete Account security'), 'alertdialog');

  await mei.go('/channels');
  await page.getByRole('link', { name: 'Trading page' }).first().click();
  await expect(page.getByRole('heading', { name: 'Identity keys' })).toBeVisible();
  await look.now('an inbox');
  await look.atDialog('Retire this key?', () => press(/^Retire key/), 'alertdialog');
  await look.atDialog('Add a key', async () => {
    await press('Add a key');
    await page.getByRole('radio', { name: 'RS256' }).click();
  });

  await mei.go('/settings/security');
  await look.atDialog('Set up two-factor sign-in', () => press('Set up'));
  await press('Set up');
  const setup = page.getByRole('dialog', { name: 'Set up two-factor sign-in' });
  await setup.getByLabel('Current password').fill(demoPassword);
  await setup.getByRole('button', { name: 'Continue' }).click();
  await expect(setup.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await look.now('the secret of the second factor');
  await page.keyboard.press('Escape');
  await expect(setup).toBeHidden();

  await page.route(`**${endpoints.operations.listDeadLetters.path}`, (route) =>
    route.fulfill({ json: { items: [deadLetter] } satisfies DeadLetters }),
  );
  await mei.go('/operations/dead-letters');
  await expect(page.getByRole('table')).toBeVisible();
  await look.now('dead letters');
  await look.atDialog(deadLetter.eventType, () => page.getByText(deadLetter.eventType).first().click());
  await look.atDialog('Discard this dead letter?', () => press(/^Discard/), 'alertdialog');
  expect(look.found).toEqual([]);
});

test('axe finds nothing in the inbox on a phone', async ({ browserOf, demo }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const mei = new Agent(await browserOf(phone), demo);
  const { page } = mei;
  const look = looker(page);
  await mei.comeIn('mei@example.com');
  await expect(mei.row('陈志远')).toBeVisible();
  await look.now('list');
  await expectNothingSticksOut(page);
  await mei.open('陈志远');
  await expect(mei.messages.last()).toBeVisible();
  await look.now('thread');
  await expectNothingSticksOut(page);
  await look.atMenu('Assign', () => page.getByRole('button', { name: 'What can be done' }).click());
  await look.atDialog('Customer', async () => {
    await page.getByRole('button', { name: 'What can be done' }).click();
    await page.getByRole('menuitem', { name: 'Customer' }).click();
  });
  await mei.visit('/inbox/mine');
  await look.atMenu('Help center', () => page.getByRole('button', { name: 'More', exact: true }).click());
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Help center' }).click();
  await expect(page.getByRole('heading', { name: 'Help center', level: 1 })).toBeVisible();
  await expectNothingSticksOut(page);
  expect(look.found).toEqual([]);
});

test('axe finds nothing in the console in Chinese', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const look = looker(page);
  await readsIn(page, 'zh-CN');
  await signInBy(page.request, demo, 'mei@example.com');
  await mei.visit('/inbox/all');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  for (const [place, content] of [
    ['/inbox/all', '陈志远'],
    ['/people', 'Daniel Okafor'],
    ['/people?tab=teams', 'Account security'],
    ['/channels', 'Trading page'],
    ['/customers', 'Amelia Hart'],
    ['/operations/dead-letters', '没有积压的事件'],
    ['/operations/webhooks', '以签名请求通知其他系统'],
    ['/settings/profile', '控制台语言'],
    ['/settings/security', '已登录的设备'],
  ] as const) {
    await mei.go(place);
    await expect(page.getByRole('main').getByText(content).first()).toBeVisible();
    await look.now(place);
  }
  expect(look.found).toEqual([]);
});

type DeadLetters = ResponseOf<typeof endpoints.operations.listDeadLetters>;

const deadLetter: DeadLetters['items'][number] = {
  kind: 'event',
  id: '01981f6e-0000-7000-8000-000000000001',
  eventId: '01981f6e-0000-7000-8000-000000000002',
  eventType: 'conversation.assigned',
  subscriber: 'search.index',
  error: `Error: the index does not answer\n${'    at somewhere (index.ts:1:1)\n'.repeat(30)}`,
  attempts: 12,
  occurredAt: '2026-01-05T08:00:00.000Z',
  failedAt: '2026-01-05T09:30:00.000Z',
};

/** Opens one thing after the other and gathers what axe finds there, in both themes. */
function looker(page: Page) {
  const found: string[] = [];
  const now = async (where: string) => {
    found.push(...(await findings(page, where)));
  };
  return {
    found,
    now,
    async atDialog(
      name: string | RegExp,
      open: () => Promise<void>,
      role: 'dialog' | 'alertdialog' = 'dialog',
    ) {
      await open();
      const dialog = page.getByRole(role, { name });
      await expect(dialog).toBeVisible();
      await now(String(name));
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    },
    async atMenu(entry: string, open: () => Promise<void>) {
      await open();
      const item = page.getByRole('menu').getByText(entry, { exact: true }).first();
      await expect(item).toBeVisible();
      await now(`menu with ${entry}`);
      await page.keyboard.press('Escape');
      await expect(item).toBeHidden();
    },
  };
}

/** Shows the console in a language, whatever the agent chose for themselves. */
function readsIn(page: Page, locale: Locale) {
  return page.route(`**${endpoints.access.me.path}`, async (route) => {
    const response = await route.fetch();
    const me = (await response.json()) as ResponseOf<typeof endpoints.access.me>;
    await route.fulfill({ response, json: { ...me, agent: { ...me.agent, locale } } });
  });
}

/** The page is no wider than the screen. */
async function expectNothingSticksOut(page: Page) {
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(wide, 'the width of the page').toBe(screen);
}
