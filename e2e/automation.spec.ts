import { addressOf, endpoints, type ResponseOf } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, fromConsole } from './agent.ts';
import { test } from './journey.ts';

const name = 'Refused signatures to the desk';

test('a rule is put together, tried, switched on, does its work, and is taken back', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  const toast = (text: string | RegExp) =>
    page.locator('[role=dialog],[role=alertdialog]').filter({ hasText: text });
  await mei.comeIn('mei@example.com', '/settings/automation');

  await test.step('the rules are listed in words', async () => {
    const first = page.getByRole('listitem').filter({ hasText: 'Stolen account' });
    await expect(first).toContainText('set the priority to Urgent');
    found.push(...(await findings(page, 'the rules')));
  });

  await test.step('one is put together, and says itself and what it lacks as it grows', async () => {
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByRole('menuitem', { name: 'An empty rule' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Please give the rule a name.')).toBeVisible();
    await expect(page.getByText('Please add what the rule does.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Add a condition' }).click();
    const condition = page.getByRole('group', { name: 'Condition 1' });
    await expect(condition.getByText('Something is missing here.')).toBeVisible();
    await condition.getByRole('combobox', { name: 'About' }).click();
    await page.getByRole('option', { name: 'subject', exact: true }).click();
    await condition.getByRole('textbox', { name: 'Values' }).fill('signature refused');
    await page.keyboard.press('Enter');
    await expect(condition.getByText('Something is missing here.')).toBeHidden();
    for (const action of ['Write an internal comment', 'Set the priority']) {
      await page.getByRole('button', { name: 'Add an action' }).click();
      await page.getByRole('menuitem', { name: action }).click();
    }
    const note = page.getByRole('group', { name: 'Action 1' }).getByRole('textbox', { name: 'Text' });
    await note.fill('Look at #{ticket.numbr}');
    await expect(page.getByText('There is no placeholder {ticket.numbr}.')).toBeVisible();
    await note.fill('Look at #{ticket.number}');
    await page.getByRole('button', { name: 'Move action 2 up' }).press('Enter');
    await expect(page.getByRole('group', { name: 'Action 1' })).toContainText('Set the priority');
    await expect(
      page.getByText(
        'When a ticket is opened, if subject contains “signature refused”: set the priority to High and write the internal comment “Look at #{ticket.number}”.',
      ),
    ).toBeVisible();
    found.push(...(await findings(page, 'the editor')));
  });

  await test.step('it is tried, which changes nothing, and saved', async () => {
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect(page.getByText(/^It would have/)).toBeVisible();
    found.push(...(await findings(page, 'a dry run')));
    await page.getByRole('switch', { name: 'The rule is on' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name, level: 3 })).toBeVisible();
    const up = page.getByRole('button', { name: `Move ${name} up` });
    await up.press('Enter');
    await expect(toast('Order of rules changed').first()).toBeVisible();
    await page.getByRole('button', { name: `Duplicate ${name}` }).click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(`${name} (copy)`);
  });

  let ticketId = '';
  await test.step('a ticket that fits gets it, by the name of the rule', async () => {
    const api = page.request;
    const { create, list } = endpoints.tickets;
    const answer = await api.get(demo + addressOf(list.path, {}, { view: 'mine' }));
    const [first] = ((await answer.json()) as ResponseOf<typeof list>).items;
    const made = await api.post(demo + create.path, {
      headers: fromConsole,
      data: { subject: 'Signature refused again', category: 'api', priority: 'low', teamId: first?.teamId },
    });
    await expect(made).toBeOK();
    ticketId = ((await made.json()) as ResponseOf<typeof create>).id;
    await expect
      .poll(async () => {
        const read = await api.get(
          demo + addressOf(endpoints.automation.ticketRuns.path, { id: ticketId }, {}),
        );
        return ((await read.json()) as ResponseOf<typeof endpoints.automation.ticketRuns>).items.length;
      })
      .toBe(1);
    await mei.go(`/tickets/${ticketId}`);
    await page.getByRole('tab', { name: 'Time line' }).click();
    await expect(page.getByText(`by the rule ${name}`).first()).toBeVisible();
    await expect(page.getByText('Priority: Low → High')).toBeVisible();
    found.push(...(await findings(page, 'a time line')));
  });

  await test.step('what it changed is taken back, which the log says', async () => {
    await page.getByRole('button', { name: 'Undo what the rule changed' }).click();
    await expect(toast('What the rule changed is as it was').first()).toBeVisible();
    await mei.go('/settings/automation?tab=log');
    const line = page.getByRole('listitem').filter({ hasText: 'Signature refused again' }).first();
    await expect(line).toContainText(name);
    await expect(line).toContainText('taken back');
    found.push(...(await findings(page, 'the log')));
  });
  expect(found).toEqual([]);
});
