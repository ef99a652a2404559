import { addressOf, endpoints, type Locale, type ResponseOf } from '@fairlead/contract';
import { expect, type Page } from '@playwright/test';
import { findingsInChat, findingsNow, openShadowRoots } from './accessibility.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

for (const locale of ['zh-CN', 'en', 'ar'] as const satisfies readonly Locale[]) {
  test(`axe finds nothing in the chat in ${locale}`, async ({ browserOf, demo }) => {
    const page = await browserOf();
    await openShadowRoots(page);
    const customer = new Customer(page, demo, locale);
    await offerReplies(page, ['Yes', 'نعم', 'A rather long answer that still has to fit']);
    await customer.visit('vip');
    await customer.open();
    const found: string[] = [];
    const check = async (where: string) => found.push(...(await findingsInChat(page, customer.chat, where)));
    await expect(customer.conversation(/./).first()).toBeVisible();
    await check('home');
    const options = customer.chat.getByRole('button', { name: customer.text('menu.open') });
    await options.click();
    await expect(customer.chat.getByRole('combobox')).toBeFocused();
    await check('options');
    await page.keyboard.press('Escape');
    await expect(options).toBeFocused();
    await customer.conversation(/./).first().click();
    const replies = customer.chat.getByRole('group', { name: customer.text('message.quickReplies') });
    await expect(replies.getByRole('button')).toHaveCount(3);
    await check('quick replies');
    await replies.getByRole('button', { name: 'Yes' }).click();
    await expect(customer.messages.last()).toHaveText('Yes');
    await expect(replies).toBeHidden();
    const picture = pngFile(`${locale}.png`, [70, 110, 160]);
    await customer.attach(picture);
    await customer.say(`${locale} https://example.com/a 4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2`);
    await expect(customer.mark(`${locale} https`)).toHaveText(customer.text('message.sent'));
    await customer.write('…');
    await check('thread');
    await customer.chat.getByRole('button', { name: customer.text('composer.emoji') }).click();
    await expect(customer.chat.getByRole('option').first()).toBeFocused();
    await check('emojis');
    await page.keyboard.press('Escape');
    await customer.picture(picture.name).last().click();
    await expect(customer.chat.getByRole('dialog', { name: picture.name })).toBeVisible();
    await check('picture');
    expect(found).toEqual([]);
  });
}

test('axe finds nothing in what customers seldom see of the chat', async ({ browserOf, demo }) => {
  const page = await browserOf();
  await openShadowRoots(page);
  const visitor = new Customer(page, demo, 'en');
  const { chat: routes } = endpoints;
  const found: string[] = [];
  const check = async (where: string) => found.push(...(await findingsInChat(page, visitor.chat, where)));

  await page.route(`**${routes.begin.path}`, (route) => route.abort());
  await page.route(
    `**${addressOf(endpoints.channels.readChatConfig.path, { key: '*' }, {})}`,
    async (route) => {
      const response = await route.fetch();
      const config = (await response.json()) as ResponseOf<typeof endpoints.channels.readChatConfig>;
      await route.fulfill({ response, json: { ...config, languagesOnline: [] } });
    },
  );
  await page.routeWebSocket(/\/api\/live/, (socket) => socket.close());
  await visitor.visit(null);
  await visitor.open();
  const again = visitor.chat.getByRole('button', { name: visitor.text('failed.retry') });
  await expect(again).toBeVisible();
  await check('no chat');
  await page.unroute(`**${routes.begin.path}`);
  // It also tries by itself; whichever comes first.
  const back = visitor.chat.getByText(visitor.text('home.offline'));
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await expect(back).toBeVisible({ timeout: 5000 });
  }).toPass();
  await check('nobody online');
  await visitor.begin();
  await check('a new conversation');
  await visitor.say('Is anybody there?');
  const address = visitor.log.getByRole('textbox', { name: visitor.text('address.label') });
  await address.fill('nobody@example');
  await visitor.log.getByRole('button', { name: visitor.text('address.save') }).click();
  await expect(visitor.log.getByRole('alert')).toBeVisible();
  await check('an address that is none');
  await page.route(`**${addressOf(routes.post.path, { id: '*' }, {})}`, (route) => {
    const error = { code: 'conversation.message_too_long', params: { maximum: 4000 } };
    return route.request().method() === 'POST'
      ? route.fulfill({ status: 422, json: { error } })
      : route.fallback();
  });
  await visitor.say('Hello?');
  await expect(visitor.log.getByRole('button', { name: visitor.text('message.retry') })).toBeVisible();
  await check('a message that is refused');
  expect(found).toEqual([]);
});

test('axe finds nothing on the trading page', async ({ browserOf, demo }) => {
  const amelia = new Customer(await browserOf(), demo, 'en');
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await amelia.visit('pro-en', theme);
    await expect(amelia.page.getByRole('heading', { name: 'Order book' })).toBeVisible();
    await expect(amelia.page.getByRole('img', { name: /^Candlestick chart of BTC/ })).toBeVisible();
    found.push(...(await findingsNow(amelia.page, theme)));
  }
  expect(found).toEqual([]);
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
