import { expect } from '@playwright/test';
import { findingsInChat, openShadowRoots } from './accessibility.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

test('a visitor finds an article before a chat, and is offered one while they write', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf();
  await openShadowRoots(page);
  const visitor = new Customer(page, demo, 'en');
  const found: string[] = [];
  const check = async (where: string) => found.push(...(await findingsInChat(page, visitor.chat, where)));
  await visitor.visit(null);
  await visitor.open();
  const field = visitor.chat.getByRole('searchbox', { name: visitor.text('help.search') });
  const search = visitor.chat.getByRole('search');
  const dialog = visitor.chat.getByRole('dialog');
  const back = dialog.getByRole('button', { name: visitor.text('help.back') });

  await test.step('suggestions come while they type, and go with Escape', async () => {
    await field.fill('mem');
    await expect(search.getByRole('link').first()).toBeVisible();
    expect(await search.getByRole('link').count()).toBeLessThanOrEqual(4);
    await field.press('Escape');
    await expect(field).toHaveValue('');
    await expect(search.getByRole('link')).toHaveCount(0);
    await field.fill('missing memo');
    await expect(search.getByRole('link', { name: /memo/i }).first()).toBeVisible();
    await check('suggestions');
  });

  await test.step('an article opens inside the chat, by the keyboard, with a link to its page', async () => {
    await field.press('ArrowDown');
    const first = search.getByRole('link').first();
    await expect(first).toBeFocused();
    const title = (await first.textContent()) ?? '';
    const opened = page.waitForRequest((it) => it.url().endsWith('/opened'));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect((await opened).postDataJSON()).toEqual({ locale: 'en', searchId: expect.any(String) });
    const full = dialog.getByRole('link', { name: visitor.text('help.page') });
    await expect(full).toHaveAttribute('href', /^\/help\/en\/[\w-]+\/[\w-]+$/);
    await expect(full).toHaveAttribute('target', '_blank');
    await check('article');
    await dialog.getByRole('button', { name: visitor.text('help.no') }).click();
    await expect(dialog.getByText(visitor.text('help.why'))).toBeVisible();
    await check('why not');
    const vote = page.waitForResponse(
      (it) => it.url().endsWith('/vote') && it.request().postDataJSON()?.reason === 'unclear',
    );
    await dialog.getByRole('button', { name: visitor.text('help.reason.unclear') }).click();
    expect((await vote).ok()).toBe(true);
    await expect(dialog.getByText(visitor.text('help.thanks'))).toBeVisible();
    await back.click();
    await expect(dialog).toBeHidden();
    await expect(first).toBeFocused();
  });

  await test.step('nothing found is said', async () => {
    await field.fill('xqzvwk');
    await expect(search.getByText(visitor.text('help.none', { text: 'xqzvwk' }))).toBeVisible();
  });

  await test.step('a first message is answered by articles before it is sent, and they are out of its way', async () => {
    await visitor.begin();
    const hints = visitor.chat.getByRole('region', { name: visitor.text('help.hints') });
    await visitor.write('Short');
    await expect(hints).toHaveCount(0);
    const words = 'I forgot the memo of my deposit, quillfeather';
    await visitor.write(words);
    await expect(hints.getByRole('link').first()).toBeVisible();
    await expect(visitor.composer).toBeFocused();
    await check('hints');
    await hints.getByRole('link').first().click();
    await expect(dialog.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(visitor.composer).toHaveValue(words);
    await hints.getByRole('button', { name: visitor.text('help.hide') }).click();
    await expect(hints).toHaveCount(0);
    await visitor.send();
    await expect(visitor.messages.filter({ hasText: words })).toHaveCount(1);
  });
  expect(found).toEqual([]);
});

test('a search that fails shows nothing, and what is asked holds no address', async ({ browserOf, demo }) => {
  const page = await browserOf();
  const visitor = new Customer(page, demo, 'ar');
  const asked: string[] = [];
  await page.route('**/api/help/search?*', (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('text') ?? '');
    return route.abort();
  });
  await visitor.visit(null);
  await visitor.open();
  await visitor.begin();
  await visitor.write('anna@example.com TXID 4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2');
  await expect.poll(() => asked).toEqual(['… TXID …']);
  await expect(visitor.chat.getByRole('region', { name: visitor.text('help.hints') })).toHaveCount(0);
  await visitor.send();
  await expect(visitor.messages.filter({ hasText: 'TXID' })).toHaveCount(1);
});
