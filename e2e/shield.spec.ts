import { addressOf, endpoints, type ResponseOf } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findingsInChat, openShadowRoots } from './accessibility.ts';
import { Agent, fromConsole } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const marked = 'I lost my wallet, it is [seed phrase removed]';

test('a seed phrase never leaves the browser, the server takes out what does, and agents cannot ask for a code', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf();
  await openShadowRoots(page);
  const customer = new Customer(page, demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const left: string[] = [];
  page.on('request', (request) => left.push(`${request.url()} ${request.postData() ?? ''}`));
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => left.push(String(payload))));
  await customer.visit(null);
  await customer.open();
  await customer.begin();
  const why = customer.chat.getByRole('alertdialog');

  await test.step('what proves itself is held back, and can only be removed', async () => {
    await customer.write(`Hello, my words are ${phrase} thanks`);
    await customer.send();
    await expect(why).toContainText(customer.text('shield.wallet'));
    await expect(why.locator('mark')).toHaveText(phrase);
    await expect(why.getByRole('button', { name: customer.text('shield.anyway') })).toBeHidden();
    expect(await findingsInChat(page, customer.chat, 'a held phrase')).toEqual([]);
    await why.getByRole('button', { name: customer.text('shield.remove') }).click();
    await expect(why).toBeHidden();
    await expect(customer.composer).toHaveValue('Hello, my words are thanks');
    await customer.send();
    await expect(customer.messages.first()).toHaveText('Hello, my words are thanks');
    expect(left.filter((it) => it.includes('useful') && it.includes('yellow'))).toEqual([]);
  });

  await test.step('what only looks like a secret is asked about', async () => {
    await customer.write('My password: Hunter22! does not work');
    await customer.send();
    await expect(why.locator('mark')).toHaveText('Hunter22!');
    await why.getByRole('button', { name: customer.text('shield.anyway') }).click();
    await expect(customer.messages.filter({ hasText: 'Hunter22!' })).toHaveCount(1);
  });

  await test.step('where a browser cannot look, the server removes it and says what to do', async () => {
    await page.route('**/assets/shield-part-*', (route) => route.abort());
    await customer.visit(null);
    await customer.open();
    await expect(customer.composer).toBeVisible();
    await customer.write(`I lost my wallet, it is ${phrase}`);
    await customer.send();
    await expect(customer.messages.filter({ hasText: marked })).toHaveCount(1);
    await expect(customer.log.getByText('Treat this wallet as compromised')).toBeVisible();
  });

  await test.step('the agent sees a mark, and cannot ask for a code', async () => {
    await mei.comeIn('mei@example.com', '/inbox/all');
    const { list, post } = endpoints.conversations;
    const listed = await mei.page.request.get(demo + addressOf(list.path, {}, { view: 'all' }));
    const { items } = (await listed.json()) as ResponseOf<typeof list>;
    const id = items.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1)?.id ?? '';
    await mei.visit(`/inbox/all/${id}`);
    await expect(mei.messages.filter({ hasText: marked })).toHaveCount(1);
    const answer = await mei.page.request.post(demo + addressOf(post.path, { id }, {}), {
      headers: fromConsole,
      data: {
        key: 'asks-for-a-code-1',
        kind: 'text',
        text: 'Please send me your verification code.',
        attachmentIds: [],
        seenSeq: 1000,
      },
    });
    expect(await answer.json()).toMatchObject({
      error: { code: 'conversation.message_asks_for_secret' },
    });
    await expect(customer.messages.filter({ hasText: 'send me your verification code' })).toHaveCount(0);
  });
});
