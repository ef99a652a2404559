import { expect } from '@playwright/test';
import { findings, findingsNow } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

test('an administrator signs in on the page of X, which leads back', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  await mei.comeIn('mei@example.com', '/channels');
  await mei.page.getByRole('link', { name: 'HTX on X' }).click();
  await expect(mei.page.getByText('Connected as HTX')).toBeVisible();
  await expect(mei.page.getByText('Callback address')).toBeVisible();
  const found = await findings(mei.page, 'the settings of an inbox on X');
  await mei.page.getByRole('button', { name: 'Sign in with X' }).click();
  await mei.page.getByRole('link', { name: 'Authorize app' }).click();
  await expect(mei.page.getByText('Connected', { exact: true })).toBeVisible();
  await expect(mei.page).toHaveURL(/\/console\/channels\/[\w-]+$/);
  expect(found).toEqual([]);
});

test('a customer writes to the account on X, in private and in public, and an agent answers both', async ({
  browserOf,
  demo,
}) => {
  const phone = await browserOf();
  const mei = new Agent(await browserOf(), demo);
  const found: string[] = [];
  const words = 'My deposit of 250 USDT is not there yet';
  const thread = phone.getByRole('region', { name: 'Direct messages' });
  const posts = phone.getByRole('region', { name: 'Posts and replies' });
  const deliver = (faults: object) =>
    phone.request.post(`${demo}/playground/x/phone/faults`, { data: faults });
  await phone.goto(`${demo}/playground/x?locale=en`);
  await mei.comeIn('mei@example.com', '/inbox/all');

  await test.step('a direct message that comes twice arrives once, with a name and a picture', async () => {
    await deliver({ twice: true });
    await thread.getByRole('textbox', { name: 'Message' }).fill(words);
    await thread.getByRole('button', { name: 'Send', exact: true }).click();
    await mei.open(words);
    await expect(mei.page.getByRole('link', { name: 'Furni Hoover' }).first()).toBeVisible();
    await thread.getByLabel('Send a picture').setInputFiles(pngFile('proof.png', [20, 160, 90]));
    await expect(mei.log.getByRole('button', { name: /^Enlarge / })).toHaveCount(1);
    await expect(mei.log.getByText(words)).toHaveCount(1);
    await deliver({ twice: false });
  });

  await test.step('the agent answers with a picture', async () => {
    await mei.sendAtOnce();
    await mei.attach(pngFile('steps.png', [30, 90, 200]));
    await mei.composer.fill('Please open it like this.');
    await mei.send();
    await expect(thread.getByText('Please open it like this.')).toBeVisible();
    await expect(thread.getByRole('img')).toHaveCount(2);
    found.push(...(await findingsNow(phone, 'X on a phone')));
  });

  await test.step('a mention is answered in public, with an invitation to write privately', async () => {
    const mention = '@htx_demo support, where is my withdrawal?';
    await posts.getByRole('textbox', { name: 'Write a post' }).fill(mention);
    await posts.getByRole('button', { name: 'Send', exact: true }).click();
    await mei.open(mention);
    await expect(mei.page.getByText('Everybody can read this answer.')).toBeVisible();
    await mei.page.getByRole('button', { name: 'Invite to write privately' }).click();
    await expect(mei.composer).toHaveValue(/https:\/\/x\.com\/messages\/compose\?recipient_id=2244994945/);
    await mei.send();
    await expect(posts.getByText('https://x.com/messages/compose?recipient_id=2244994945')).toBeVisible();
  });

  await test.step('a long answer is counted as X counts, and becomes several posts, also after a limit', async () => {
    const long = '您的提现正在处理。'.repeat(20);
    await mei.composer.fill(long);
    await expect(mei.page.getByText('360 of 280 characters')).toBeVisible();
    await expect(mei.page.getByText('goes out as several posts')).toBeVisible();
    found.push(...(await findings(mei.page, 'a conversation on X')));
    await deliver({ refuse: 'rate_limited', times: 1, resetSeconds: 1 });
    await mei.send();
    await expect(posts.getByText('您的提现正在处理。')).toHaveCount(2);
    await expect(posts.getByText('Replying to @htx_demo')).toHaveCount(1);
  });

  await test.step('where agents may, a link leads to a private chat, which the code below it proves', async () => {
    const admin = new Agent(await browserOf(), demo);
    await admin.comeIn('mei@example.com', '/channels');
    await admin.page.getByRole('link', { name: 'HTX on X' }).click();
    await admin.page.getByRole('combobox', { name: 'Chat that it leads to' }).click();
    await admin.page.getByRole('option').nth(1).click();
    await admin.page.getByRole('combobox', { name: 'Offered to agents' }).click();
    await admin.page.getByRole('option', { name: 'Always' }).click();
    const panel = admin.page.locator('form').filter({ hasText: 'Chat that it leads to' });
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(admin.page.getByText('Link saved')).toBeVisible();
    await mei.page.reload();
    await mei.page.getByRole('button', { name: 'Invite by a link' }).click();
    await expect(mei.composer).toHaveValue(/\/s\/[\da-z]{24} /);
    const link = /http\S+\/s\/[\da-z]{24}/.exec(await mei.composer.inputValue())?.[0] ?? '';
    await mei.send();
    await expect(posts.getByRole('link', { name: link })).toBeVisible();

    const reader = await browserOf();
    await reader.goto(link);
    await expect(reader.getByRole('heading', { name: 'Go on in private' })).toBeVisible();
    found.push(...(await findingsNow(reader, 'the page of a private link')));
    await reader.getByRole('textbox', { name: 'What is it about?' }).fill('My UID is 40218831');
    await reader.getByRole('button', { name: 'Begin the private chat' }).click();
    // The chat's frame stands where the page's own scripts do not reach.
    const chat = () => reader.frames().find((it) => it.url().includes('/widget/frame'));
    await expect.poll(async () => chat()?.getByText('My UID is 40218831').first().isVisible()).toBe(true);
    await expect(mei.page.getByText('not proven', { exact: false }).first()).toBeVisible();
    await reader.getByRole('button', { name: 'Get a code' }).click();
    const words = (await reader.locator('.proof-words').textContent()) ?? '';
    const state = await phone.request.get(`${demo}/playground/x/phone/state?person=3805104374`);
    const parent = ((await state.json()) as { posts: Array<{ id: string; text: string }> }).posts.findLast(
      (it) => it.text.includes(link),
    );
    await phone.request.post(`${demo}/playground/x/phone/posts`, {
      data: { person: '3805104374', text: `@htx_demo ${words}`, parentId: parent?.id },
    });
    await expect(reader.getByText('It is proven that the comment is yours.')).toBeVisible();
    await expect(mei.page.getByText('Private link, used by who commented.')).toBeVisible();

    // It goes on in the chat, with what was said in public above it, and answers are private unless one is posted on purpose.
    await mei.page
      .getByRole('note')
      .getByRole('link', { name: /^#\d+$/ })
      .click();
    await expect(mei.page.getByText('Goes into the private chat: only the customer reads it.')).toBeVisible();
    await expect(mei.page.getByRole('region', { name: /^In public on X, #\d+$/ })).toContainText(link);
    await mei.composer.fill('It leaves today.');
    await mei.send();
    await expect.poll(async () => chat()?.getByText('It leaves today.').first().isVisible()).toBe(true);
    await mei.page.getByRole('radio', { name: 'Publicly on X' }).click();
    await expect(mei.page.getByText('Everybody on X will read this reply.')).toBeVisible();
    await mei.composer.fill('We have answered you in private.');
    found.push(...(await findings(mei.page, 'a chat that goes on from X')));
    await mei.page.getByRole('button', { name: 'Post on X' }).click();
    await expect(posts.getByText('We have answered you in private.')).toBeVisible();
    await expect(posts.getByText('It leaves today.')).toHaveCount(0);
    await expect(mei.page.getByText('Goes into the private chat: only the customer reads it.')).toBeVisible();
  });
  expect(found).toEqual([]);
});
