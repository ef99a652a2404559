import type { endpoints, Locale, ResponseOf } from '@fairlead/contract';
import { expect, type Frame, type Page } from '@playwright/test';
import { findings, findingsInChat, openShadowRoots } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';
import { type RunningServer, startServer } from './server.ts';

const themes = ['light', 'dark'] as const;

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

for (const locale of ['zh-CN', 'en', 'ar'] as const satisfies readonly Locale[]) {
  test(`axe finds nothing in the chat in ${locale}`, async ({ browserOf }) => {
    const found: string[] = [];
    for (const theme of themes) {
      const page = await browserOf();
      await openShadowRoots(page);
      const customer = new Customer(page, server.url, locale);
      await offerReplies(page, ['Yes', 'نعم', 'A rather long answer that still has to fit']);
      await customer.visit('vip', theme);
      await customer.open();
      await expect(customer.conversation(/./).first()).toBeVisible();
      found.push(...(await findingsInChat(page, `home, ${theme}`)));
      const options = customer.chat.getByRole('button', { name: customer.text('menu.open') });
      await options.click();
      await expect(customer.chat.getByRole('combobox')).toBeFocused();
      found.push(...(await findingsInChat(page, `options, ${theme}`)));
      await page.keyboard.press('Escape');
      await expect(options).toBeFocused();
      await customer.conversation(/./).first().click();
      const replies = customer.chat.getByRole('group', { name: customer.text('message.quickReplies') });
      await expect(replies.getByRole('button')).toHaveCount(3);
      found.push(...(await findingsInChat(page, `quick replies, ${theme}`)));
      await replies.getByRole('button', { name: 'Yes' }).click();
      await expect(customer.messages.last()).toHaveText('Yes');
      await expect(replies).toBeHidden();
      await customer.attach(pngFile(`${locale}-${theme}.png`, [70, 110, 160]));
      await customer.say(
        `${locale} ${theme} https://example.com/a 4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2`,
      );
      await expect(customer.mark(`${locale} ${theme}`)).toHaveText(customer.text('message.sent'));
      await customer.write('…');
      found.push(...(await findingsInChat(page, `thread, ${theme}`)));
      await customer.chat.getByRole('button', { name: customer.text('composer.emoji') }).click();
      await expect(customer.chat.getByRole('option').first()).toBeFocused();
      found.push(...(await findingsInChat(page, `emojis, ${theme}`)));
    }
    expect(found).toEqual([]);
  });
}

test('axe finds nothing on the trading page', async ({ browserOf }) => {
  const amelia = new Customer(await browserOf(), server.url, 'en');
  const found: string[] = [];
  for (const theme of themes) {
    await amelia.visit('pro-en', theme);
    await expect(amelia.page.getByRole('heading', { name: 'Order book' })).toBeVisible();
    await expect(amelia.page.getByRole('img', { name: /^Candlestick chart of BTC/ })).toBeVisible();
    found.push(...(await findings(amelia.page, theme)));
  }
  expect(found).toEqual([]);
});

test('axe finds nothing in the console', async ({ browserOf }) => {
  const mei = new Agent(await browserOf(), server.url);
  const { page } = mei;
  const found: string[] = [];
  const inBoth = async (what: string) => {
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await findings(page, `${what}, ${colorScheme}`)));
    }
  };
  await mei.visit('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await inBoth('sign-in');
  await mei.enterPassword('mei@example.com');
  await mei.expectSignedIn();
  await mei.open('陈志远');
  await expect(mei.messages.first()).toBeVisible();
  await inBoth('inbox');
  const places = [
    ['/people', 'Team and agents', 'Daniel Okafor'],
    ['/people?tab=teams', 'Team and agents', 'Account security'],
    ['/channels', 'Channels', 'Trading page'],
    ['/operations/dead-letters', 'Dead letters', 'Nothing is stuck'],
    ['/settings/profile', 'My profile', 'Language of the console'],
    ['/settings/security', 'Security', 'Where you are signed in'],
    ['/customers', 'Customers', 'Amelia Hart'],
  ] as const;
  for (const [place, heading, content] of places) {
    await mei.visit(place);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expect(page.getByText(content).first()).toBeVisible();
    await inBoth(place);
  }
  expect(found).toEqual([]);
});

for (const viewport of [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
]) {
  test(`on ${viewport.width} by ${viewport.height} the chat fills the screen and nothing sticks out`, async ({
    browserOf,
  }) => {
    const options = { viewport, hasTouch: true, isMobile: true };
    for (const locale of ['zh-CN', 'en', 'ar'] as const satisfies readonly Locale[]) {
      const customer = new Customer(await browserOf(options), server.url, locale);
      await customer.visit('vip');
      await customer.open();
      expect(await customer.launcher.frameBox()).toEqual({ x: 0, y: 0, ...viewport });
      await expect(customer.conversation(/./).first()).toBeVisible();
      await expectNothingSticksOut(customer.chat);
      await customer.conversation(/./).first().click();
      await customer.say(`${locale} ${viewport.width} TXID ${'4F1A6C0D9B7E35A2'.repeat(4)}`);
      await expectNothingSticksOut(customer.chat);
    }
  });
}

test('on a phone a chat that does not answer can be closed, and opened again once it does', async ({
  browserOf,
}) => {
  const page = await browserOf({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const customer = new Customer(page, server.url, 'en');
  await page.route('**/widget/frame?*', (route) => route.abort());
  await customer.visit(null);
  await customer.launcher.click();
  expect(await customer.launcher.frameBox()).toMatchObject({ width: 390, height: 844 });
  await page.unrouteAll();
  await customer.launcher.click();
  await customer.open();
  expect(await customer.launcher.frameBox()).toMatchObject({ width: 390, height: 844 });
  await expect.poll(() => customer.launcher.style('Iframe', 'visibility')).toBe('visible');
});

/** The last thing that was said to the customer offers answers, whatever the demo's conversations end with. */
function offerReplies(page: Page, quickReplies: string[]) {
  return page.route('**/api/chat/conversations/*/messages?*', async (route) => {
    const response = await route.fetch();
    const { items, conversation } = (await response.json()) as ResponseOf<typeof endpoints.chat.messages>;
    const last = items.findLast(({ kind }) => kind === 'text');
    const author = { type: 'agent', id: 'a1', name: 'Mei' };
    const offering = items.map((it) => (it === last ? { ...it, author, quickReplies } : it));
    await route.fulfill({ response, json: { items: offering, conversation } });
  });
}

/** Nothing is wider than the screen, neither the page nor any part of it that scrolls. */
async function expectNothingSticksOut(frame: Frame) {
  const wide = await frame.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter((it) => it.scrollWidth > it.clientWidth && it.clientWidth > 0)
      .filter((it) => it === document.documentElement || /auto|scroll/.test(getComputedStyle(it).overflowX))
      .map(
        (it) => `${it.tagName} ${it.getAttribute('aria-label') ?? ''} ${it.scrollWidth} > ${it.clientWidth}`,
      ),
  );
  expect(wide).toEqual([]);
}
