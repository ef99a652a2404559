import { addressOf, endpoints, type ResponseOf } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, fromConsole } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const question = 'Where is the XRP that I sent this morning?';

test('a macro is kept, put in by a slash, held back while something is open, and counted', async ({
  browserOf,
  demo,
}) => {
  const visitor = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.comeIn('mei@example.com');

  await test.step('it is written in two languages, and says what it does not know', async () => {
    await mei.go('/settings/macros');
    await page.getByRole('button', { name: 'New macro' }).click();
    const dialog = page.getByRole('dialog', { name: 'New macro' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Seen it');
    await dialog.getByRole('textbox', { name: 'Folder' }).fill('Journeys');
    const text = dialog.getByRole('textbox', { name: 'Text in English' });
    await text.fill('Hello {customer.shoe}');
    await expect(dialog.getByText('There is no {customer.shoe}')).toBeVisible();
    await text.fill('This is {agent.name}. Your ticket is #{ticket.number}.');
    await expect(dialog.getByText('This is Mei. Your ticket is #10423.')).toBeVisible();
    found.push(...(await findings(page, 'writing a macro')));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Not used yet').first()).toBeVisible();
    found.push(...(await findings(page, 'the macros')));
  });

  await test.step('a slash finds it and shows how it reads here', async () => {
    await visitor.visit(null);
    await visitor.open();
    await visitor.begin();
    await visitor.say(question);
    await mei.go('/inbox/all');
    await mei.open(question);
    const field = page.getByRole('textbox', { name: /^Reply to/ });
    await field.fill('/seen');
    await expect(page.getByRole('option', { name: /Seen it/ })).toBeVisible();
    await expect(page.getByText(/^This is Mei/)).toBeVisible();
    found.push(...(await findings(page, 'the menu of macros')));
    await field.press('Enter');
    await expect(field).toHaveValue(/Your ticket is #\{ticket\.number\}\./);
    await expect(page.getByText('Fill in {ticket.number} before you send')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
    found.push(...(await findings(page, 'a reply with an open place')));
    await field.fill('This is Mei. I am looking at it.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(visitor.messages.filter({ hasText: 'I am looking at it.' })).toHaveCount(1, {
      timeout: 15_000,
    });
  });

  await test.step('it was used in one message', async () => {
    await mei.go('/settings/macros');
    await expect(page.getByText(/Used in 1 message/)).toBeVisible();
  });
  expect(found).toEqual([]);
});

test('what a macro does to the ticket is shown before, left out, taken back and done with the reply', async ({
  browserOf,
  demo,
}) => {
  const words = 'My parcel of postcards looks rather blue today';
  const visitor = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  await mei.comeIn('mei@example.com', '/settings/macros');

  await test.step('it is given actions', async () => {
    await page.getByRole('button', { name: 'New macro' }).click();
    const dialog = page.getByRole('dialog', { name: 'New macro' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Postcards');
    await dialog.getByRole('textbox', { name: 'Text in English' }).fill('We look at your postcards.');
    for (const action of ['Set the priority', 'Add tags', 'Write an internal comment']) {
      await dialog.getByRole('button', { name: 'Add an action' }).click();
      await page.getByRole('menuitem', { name: action }).click();
    }
    const tags = dialog.getByRole('group', { name: 'Action 2' });
    await expect(tags.getByText('Something is missing here.')).toBeVisible();
    await tags.getByRole('textbox', { name: 'Add tags' }).fill('postcards');
    await page.keyboard.press('Enter');
    const note = dialog.getByRole('group', { name: 'Action 3' }).getByRole('textbox', { name: 'Text' });
    await note.fill('Postcards of #{ticket.number}');
    found.push(...(await findings(page, 'actions of a macro')));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^set the priority to High, add the tags postcards/)).toBeVisible();
  });

  const chips = page.getByRole('list', { name: 'With this reply:' });
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  await test.step('where there is no ticket, only its text is used', async () => {
    await visitor.visit(null);
    await visitor.open();
    await visitor.begin();
    await visitor.say(words);
    await mei.go('/inbox/all');
    await mei.open(words);
    await field.fill('/postcards');
    await expect(page.getByText('only the text is used')).toBeVisible();
    await field.press('Escape');
    await field.fill('');
  });

  let ticketId = '';
  const api = page.request;
  const { create, get, comments } = endpoints.tickets;
  await test.step('with one, its actions stand below the reply, and one is left out', async () => {
    const conversationId = /[0-9a-f-]{36}/.exec(page.url())?.[0];
    const made = await api.post(demo + create.path, {
      headers: fromConsole,
      data: { conversationId, subject: words, category: 'other', priority: 'low' },
    });
    await expect(made).toBeOK();
    ticketId = ((await made.json()) as ResponseOf<typeof create>).id;
    await field.fill('/postcards');
    const option = page.getByRole('option', { name: /Postcards/ });
    await expect(option).toBeVisible();
    await expect(page.getByText('only the text is used')).toBeHidden();
    await field.press('Enter');
    await expect(chips.getByRole('listitem')).toHaveCount(3);
    await expect(option).toBeHidden();
    await chips.getByRole('button', { name: 'Leave out: add the tags postcards' }).click();
    await expect(chips.getByRole('listitem')).toHaveCount(2);
    found.push(...(await findings(page, 'chips of a macro')));
  });

  await test.step('undone, it is all there again; sent, it is done', async () => {
    const send = page.getByRole('button', { name: 'Send', exact: true });
    await send.click();
    await expect(chips).toBeHidden();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(chips.getByRole('listitem')).toHaveCount(2);
    const read = async () =>
      (await (await api.get(demo + addressOf(get.path, { id: ticketId }, {}))).json()) as ResponseOf<
        typeof get
      >;
    expect((await read()).priority).toBe('low');
    await send.click();
    await expect(visitor.messages.filter({ hasText: 'We look at your postcards.' })).toHaveCount(1);
    const after = await read();
    expect([after.priority, after.tags]).toEqual(['high', []]);
    const written = await api.get(demo + addressOf(comments.path, { id: ticketId }, {}));
    const { items } = (await written.json()) as ResponseOf<typeof comments>;
    expect(items.map(({ text }) => text)).toEqual([`Postcards of #${after.number}`]);
  });
  expect(found).toEqual([]);
});
