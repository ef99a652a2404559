import { expect, type Response } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const isDraft = (answer: Response) => /\/drafts(\/|$)/.test(new URL(answer.url()).pathname);

test('a draft is found on another device, shared, taken over and sent', async ({ browserOf, demo }) => {
  const words = 'The lighthouse on my banknote blinks twice';
  const visitor = new Customer(await browserOf(), demo, 'en');
  const mei = new Agent(await browserOf(), demo);
  const phone = new Agent(await browserOf({ viewport: { width: 390, height: 844 } }), demo);
  const daniel = new Agent(await browserOf(), demo);
  const found: string[] = [];
  await visitor.visit(null);
  await visitor.open();
  await visitor.begin();
  await visitor.say(words);
  for (const [agent, email] of [
    [mei, 'mei@example.com'],
    [daniel, 'daniel@example.com'],
  ] as const) {
    await agent.comeIn(email, '/inbox/all');
    await agent.open(words);
  }
  const place = new URL(mei.page.url()).pathname.replace('/console', '');
  const theirs = daniel.page.getByRole('list', { name: 'Drafts that colleagues share' });

  await test.step('what is written on one device stands on the other', async () => {
    // The phone has fetched, and hears nothing yet, while it is saved at the desk.
    const saved = mei.page.waitForResponse((it) => isDraft(it) && it.request().method() === 'PUT');
    const fetched = phone.page.waitForResponse((it) => isDraft(it) && it.request().method() === 'GET');
    await phone.page.routeWebSocket(/\/live$/, async (socket) => {
      await saved;
      socket.connectToServer();
    });
    await phone.comeIn('mei@example.com', place);
    await (await fetched).finished();
    await mei.composer.fill('We look at your lighthouse');
    await expect(phone.composer).toHaveValue('We look at your lighthouse');
    await phone.composer.fill('We look at your lighthouse now');
    await expect(mei.composer).toHaveValue('We look at your lighthouse now');
    // Nobody else sees it.
    await expect(theirs).toBeHidden();
  });

  await test.step('shared, colleagues see it as it is written on', async () => {
    await phone.page.getByRole('button', { name: 'Share draft' }).click();
    await expect(phone.page.getByText('Colleagues see this draft and can take it over.')).toBeVisible();
    await expect(theirs.getByText('We look at your lighthouse now')).toBeVisible();
    await mei.composer.fill('We look at your lighthouse today.');
    await expect(theirs.getByText('We look at your lighthouse today.')).toBeVisible();
    found.push(...(await findings(phone.page, 'a draft that is shared, on a phone')));
    found.push(...(await findings(daniel.page, 'a draft of a colleague')));
  });

  await test.step('a colleague takes it over, and its writer is told', async () => {
    await daniel.composer.fill('Kind regards, Daniel');
    await theirs.getByRole('button', { name: 'Take over' }).click();
    await expect(daniel.composer).toHaveValue('We look at your lighthouse today.\nKind regards, Daniel');
    await expect(theirs).toBeHidden();
    await expect(mei.composer).toHaveValue('');
    await expect(
      mei.page.getByText('Your draft was sent, cleared or taken over elsewhere').first(),
    ).toBeVisible();
  });

  await test.step('sending removes it', async () => {
    await daniel.sendAtOnce();
    await daniel.send();
    await expect(visitor.messages.filter({ hasText: 'your lighthouse today' })).toHaveCount(1);
    await daniel.page.reload();
    await expect(daniel.log).toBeVisible();
    await expect(daniel.composer).toHaveValue('');
  });

  await test.step('two devices that knew nothing of each other: the agent chooses', async () => {
    await phone.page.context().setOffline(true);
    await phone.composer.fill('Written in the tunnel');
    await mei.composer.fill('Written at the desk');
    await expect(async () => {
      const answer = await mei.page.request.get(
        `${demo}/api/conversations/${place.split('/').at(-1)}/drafts`,
      );
      expect(await answer.text()).toContain('at the desk');
    }).toPass();
    await phone.page.context().setOffline(false);
    const strip = phone.page.getByText('This draft was changed elsewhere, too.');
    await expect(strip).toBeVisible({ timeout: 15_000 });
    found.push(...(await findings(phone.page, 'a draft that was changed on both sides')));
    await phone.page.getByRole('button', { name: 'Keep what stands here' }).click();
    await expect(strip).toBeHidden();
    await expect(mei.composer).toHaveValue('Written in the tunnel');
  });
  expect(found).toEqual([]);
});
