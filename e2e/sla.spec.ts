import { addressOf, endpoints, type ResponseOf } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, fromConsole } from './agent.ts';
import { test } from './journey.ts';
import { startTimedServer, type TimedServer } from './timed-server.ts';

let server: TimedServer;
test.beforeAll(async () => {
  server = await startTimedServer();
});
test.afterAll(() => server.stop());

test('a promise is made, warns, is broken, and is acknowledged', async ({ browserOf }) => {
  const mei = new Agent(await browserOf(), server.url);
  const { page } = mei;
  const found: string[] = [];
  await page.clock.install();
  await mei.comeIn('mei@example.com', '/settings/sla');
  const pass = async (minutes: number) => {
    server.advance(minutes);
    await page.clock.fastForward(minutes * 60_000);
  };

  await test.step('an administrator says what is promised, and whom to tell', async () => {
    found.push(...(await findings(page, 'policies')));
    await page.getByRole('button', { name: 'Add a policy' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a policy' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('API trouble');
    await dialog.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: 'API', exact: true }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('combobox', { name: 'Solution: unit' }).click();
    await page.getByRole('option', { name: 'hours', exact: true }).click();
    for (const share of ['75', '100']) {
      await dialog.getByRole('button', { name: 'Add a step' }).click();
      const step = dialog.getByRole('group', { name: share === '75' ? 'Step 1' : 'Step 2' });
      await step.getByRole('textbox', { name: 'Share of the promised time' }).fill(share);
      await page.keyboard.press('Tab');
    }
    found.push(...(await findings(page, 'a policy')));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('and puts it before the others by key', async () => {
    const up = page.getByRole('button', { name: 'Move API trouble up' });
    for (const place of [3, 2, 1]) {
      await up.press('Enter');
      await expect(page.getByRole('listitem').filter({ hasText: 'API trouble' })).toContainText(`${place}`);
    }
    await expect(up).toBeDisabled();
  });

  let number = 0;
  await test.step('a ticket gets it, with the reason, and its clock runs', async () => {
    const api = page.request;
    const { list, create } = endpoints.tickets;
    const answer = await api.get(server.url + addressOf(list.path, {}, { view: 'mine' }));
    const [first] = ((await answer.json()) as ResponseOf<typeof list>).items;
    const made = await api.post(server.url + create.path, {
      headers: fromConsole,
      data: { subject: 'Signature refused', category: 'api', parentId: first?.id, teamId: first?.teamId },
    });
    await expect(made).toBeOK();
    const ticket = (await made.json()) as ResponseOf<typeof create>;
    const ticketId = ticket.id;
    number = ticket.number;
    const assigned = await api.post(
      server.url + addressOf(endpoints.tickets.assign.path, { id: ticketId }, {}),
      {
        headers: fromConsole,
        data: { to: 'me' },
      },
    );
    await expect(assigned).toBeOK();
    await mei.go(`/tickets/${ticketId}`);
    const times = page.getByRole('region', { name: 'Promised times' });
    await expect(times).toContainText('API trouble');
    await expect(times).toContainText('Chosen because the category is API.');
    await expect(page.locator('main header')).toContainText(/5\dm left|1h left/);
    found.push(...(await findings(page, 'a ticket on time')));
  });

  const bell = page.getByRole('button', { name: /^Alerts/ });
  const toast = (text: RegExp) => page.locator('[role=dialog],[role=alertdialog]').filter({ hasText: text });
  await test.step('it warns when three quarters have passed', async () => {
    await pass(46);
    // Other tickets of the demo have come to theirs meanwhile, so that one notice may tell of many.
    await expect(toast(/is due soon|promised times need you/).first()).toBeVisible();
    await expect(page.locator('main header')).toContainText(/1[0-4]m left/);
    found.push(...(await findings(page, 'a ticket that is due soon')));
  });

  await test.step('it is late, which the list and the bell say', async () => {
    await pass(15);
    await expect(toast(/is late|promised times need you/).first()).toBeVisible();
    await expect(page.locator('main header')).toContainText(/\d+m late/);
    await mei.go('/tickets?view=breached');
    const row = page.getByRole('row').filter({ hasText: 'Signature refused' });
    await expect(row).toContainText(/\d+m late/);
    await bell.click();
    const list = page.getByRole('dialog', { name: 'Alerts' });
    await expect(list.getByRole('link', { name: `#${number}: Solution is late` })).toBeVisible();
    await expect(list.getByRole('link', { name: `#${number}: Solution is due soon` })).toBeVisible();
    found.push(...(await findings(page, 'alerts')));
  });

  await test.step('acknowledged, nothing calls any more', async () => {
    const list = page.getByRole('dialog', { name: 'Alerts' });
    await list.getByRole('button', { name: 'Acknowledge all' }).click();
    await expect(list.getByText('No alerts')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bell).toHaveAccessibleName('Alerts');
  });

  await test.step('working hours and the trial can be used by everybody', async () => {
    await mei.go('/settings/sla?tab=calendars');
    await page.getByRole('button', { name: 'Add a calendar' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Add a calendar' });
    await dialog.getByRole('textbox', { name: 'Name' }).first().fill('Singapore desk');
    await dialog
      .getByLabel('Choose an iCal file')
      .last()
      .setInputFiles({
        name: 'holidays.ics',
        mimeType: 'text/calendar',
        buffer: Buffer.from(holidays()),
      });
    await expect(dialog.getByText('1 new day off.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 1 day' }).click();
    found.push(...(await findings(page, 'a calendar')));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: 'Singapore desk' })).toBeVisible();

    await page.getByRole('tab', { name: 'Try it' }).click();
    await page.getByRole('button', { name: 'Choose a ticket' }).click();
    const choose = page.getByRole('dialog', { name: 'Choose a ticket' });
    await choose.getByRole('textbox').or(choose.getByRole('searchbox')).fill('Signature refused');
    await choose.getByRole('button', { name: /Signature refused/ }).click();
    await expect(page.getByText('Fits, and holds')).toBeVisible();
    found.push(...(await findings(page, 'the trial')));
  });
  expect(found).toEqual([]);
});

/** An all-day event in the year that the import begins with. */
const holidays = () => {
  const year = new Date().getFullYear();
  const event = ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${year}1225`, 'SUMMARY:Christmas Day', 'END:VEVENT'];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR'].join('\r\n');
};
