import { addressOf, endpoints, type ResponseOf } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, fromConsole } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

/** Of its own: what is kept sealed is set for everybody. */
const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const card = '4111 1111 1111 1111';
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

test('a leak has steps for its customer and people, a sealed original is opened once and seen by administrators', async ({
  browserOf,
}) => {
  const page = await browserOf();
  const customer = new Customer(page, server.url, 'en');
  const mei = new Agent(await browserOf(), server.url);
  const desk = mei.page;
  const found: string[] = [];
  await mei.comeIn('mei@example.com', '/settings/shield');

  await test.step('an administrator tries a sentence, and switches one kind on', async () => {
    const sentence = desk.getByLabel('What a customer might write');
    await sentence.fill(`my words are ${phrase} and my password: Hunter22!`);
    await expect(desk.getByText('Seed phrase: proves itself')).toBeVisible();
    await expect(desk.getByText('my words are [seed phrase removed]')).toBeVisible();
    await sentence.fill('Where is my deposit?');
    await expect(desk.getByText('Nothing would be removed.')).toBeVisible();
    await expect(desk.getByText(/^Never kept: Seed phrase/)).toBeVisible();
    await desk.getByRole('checkbox', { name: 'Card number' }).click();
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(desk.getByText(/^Last changed by Mei Lin/)).toBeVisible();
    found.push(...(await findings(desk, 'the shield’s settings')));
  });

  await test.step('where a browser cannot look, the customer is told step by step, with the way to freeze', async () => {
    await page.route('**/assets/shield-part-*', (route) => route.abort());
    await customer.visit('pro-en');
    await customer.open();
    await customer.begin();
    await customer.write(`I cannot get in, my words are ${phrase}`);
    await customer.send();
    await expect(customer.log.getByText('Treat this wallet as compromised')).toBeVisible();
    await expect(customer.messages.filter({ hasText: 'make a new wallet' })).toHaveCount(1);
    await expect(customer.log.getByRole('link', { name: /Freeze my account/ })).toBeVisible();
    await customer.write(`and my card is ${card}`);
    await customer.send();
    await expect(customer.messages.filter({ hasText: '…1111' })).toHaveCount(1);
  });

  await test.step('the agent has the steps beside the thread, an urgent ticket, and the freeze', async () => {
    const { list } = endpoints.conversations;
    const listed = await desk.request.get(server.url + addressOf(list.path, {}, { view: 'all' }));
    const { items } = (await listed.json()) as ResponseOf<typeof list>;
    const id = items.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1)?.id ?? '';
    await mei.visit(`/inbox/all/${id}`);
    const panel = desk.getByRole('region', { name: 'Leaked secret' });
    await expect(panel.getByText('waits for the customer')).toBeVisible();
    await expect(panel.getByText('Next: Customer moves the funds to a new wallet')).toBeVisible();
    found.push(...(await findings(desk, 'the steps of a leak')));
    await panel.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(panel.getByText('to be checked')).toBeVisible();
    await panel.getByRole('button', { name: 'Done', exact: true }).click();
    await panel.getByRole('button', { name: 'Freeze the account…' }).click();
    await expect(desk.getByRole('dialog')).toBeVisible();
    await desk.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Not needed', exact: true }).click();
    await expect(panel.getByText('ready to close')).toBeVisible();
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    await desk.getByRole('menuitem', { name: 'It is secured' }).click();
    await expect(panel.getByText(/^It is secured: Mei Lin/)).toBeVisible();
    await expect(desk.getByText('Seed phrase or private key written down').first()).toBeVisible();
  });

  await test.step('nobody opens what is sealed by being an administrator', async () => {
    const entry = mei.entry('and my card is');
    await entry.getByRole('button', { name: '1 secret removed' }).click();
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByText(/^Original sealed until/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Open the original…' })).toBeHidden();
    await dialog.getByRole('button', { name: 'This was no secret' }).click();
    await expect(dialog.getByText('Said to be no secret by Mei Lin')).toBeVisible();
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await expect(dialog.getByRole('button', { name: 'This was no secret' })).toBeVisible();
  });

  await test.step('who was given the role opens it with a reason, this once', async () => {
    const { me } = endpoints.access;
    const known = (await (await desk.request.get(server.url + me.path)).json()) as ResponseOf<typeof me>;
    const { updateAgent } = endpoints.people;
    const answer = await desk.request.patch(
      server.url + addressOf(updateAgent.path, { id: known.agent.id }, {}),
      {
        headers: fromConsole,
        data: { roles: ['administrator', 'agent', 'seal_opener'] },
      },
    );
    await expect(answer).toBeOK();
    await desk.reload();
    await mei.entry('and my card is').getByRole('button', { name: '1 secret removed' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Open the original…' }).click();
    await dialog.getByRole('combobox').click();
    await desk.getByRole('option', { name: 'A dispute about a card payment' }).click();
    await dialog.getByLabel('Note').fill('The bank asks which card it was.');
    found.push(...(await findings(desk, 'before a sealed original is opened')));
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog.getByText(card)).toBeVisible();
    await expect(dialog.getByText('4 more openings today')).toBeVisible();
    found.push(...(await findings(desk, 'a sealed original')));
    await desk.keyboard.press('Escape');
    await expect(desk.getByText(card)).toBeHidden();
    await mei.visit('/settings/shield');
    await expect(desk.getByText('The bank asks which card it was.')).toBeVisible();
    await expect(desk.getByRole('cell', { name: 'Seed phrase', exact: true })).toBeVisible();
  });
  expect(found).toEqual([]);
});
