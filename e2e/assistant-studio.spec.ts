import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { type RunningServer, startServer } from './server.ts';

// One after the other: both use the same server.
test.describe.configure({ mode: 'default' });

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer([], { assistant: true });
});
test.afterAll(() => server.stop());

test('an agent takes over from the assistant, sees what it did, and hands back', async ({ browserOf }) => {
  const guest = new Customer(await browserOf(), server.url, 'en');
  const mei = new Agent(await browserOf(), server.url);
  const { page } = mei;
  const card = page.getByRole('region', { name: 'Assistant', exact: true });
  const found: string[] = [];
  await guest.visit(null);
  await guest.open();
  await guest.begin();
  const question = 'How can I cancel a withdrawal that I submitted?';
  await guest.say(question);
  await expect(guest.chat.getByRole('link', { name: 'Cancel a withdrawal' })).toBeVisible();

  await test.step('what it has stands in a view of its own', async () => {
    await mei.comeIn('mei@example.com', '/inbox/assistant');
    await expect(mei.row(/With the assistant/)).toHaveCount(1);
    await mei.open(/With the assistant/);
    await expect(card.getByText('It has the conversation and answers.')).toBeVisible();
    await expect(card.getByRole('link', { name: 'Cancel a withdrawal' })).toBeVisible();
    await card.getByText('1 turn, step by step').click();
    await card.getByText(/^Message \d+: answered from an article$/).click();
    await expect(card.getByText('Cancel a withdrawal', { exact: true }).first()).toBeVisible();
    found.push(...(await findings(page, 'a thread that the assistant has')));
    await card.getByRole('button', { name: 'Keep as example' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep as example' });
    await expect(dialog.getByLabel('What the customer writes')).toHaveValue(question);
    await expect(dialog.getByText('Cancel a withdrawal', { exact: true }).first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  });

  await test.step('it hands over on request, with why and what it was about', async () => {
    await guest.say('I want to talk to a human please');
    await expect(card.getByText('The customer asked for a person').first()).toBeVisible();
    await expect(card.getByText('Cancel a withdrawal', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take', exact: true })).toBeVisible();
    // A key that comes before the page listens is pressed again, as people do.
    await expect(async () => {
      await page.keyboard.press('y');
      await expect(page.getByText(/^With you · /)).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
  });

  await test.step('and has it again, until that is undone', async () => {
    const giveBack = async () => {
      await page.getByRole('button', { name: 'Other ways to close' }).click();
      await page.getByRole('menuitem', { name: 'Hand back to the assistant' }).click();
      await expect(page.getByText(/^With the assistant · /)).toBeVisible();
    };
    await giveBack();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText(/^With you · /)).toBeVisible();
    await giveBack();
    await guest.say('How do I create an API key?');
    await expect(card.getByText('3 turns, step by step')).toBeVisible();
  });
  expect(found).toEqual([]);
});

test('the assistant is tried, looked into and set', async ({ browserOf }) => {
  const lead = new Agent(await browserOf(), server.url);
  const { page } = lead;
  const found: string[] = [];
  const thread = page.getByRole('log', { name: 'Conversation' });
  const steps = page.getByRole('region', { name: 'How it came to this' });
  const field = page.getByRole('textbox', { name: 'Question' });
  await lead.comeIn('mei@example.com', '/assistant');

  await test.step('a question is answered as a customer sees it, with every step', async () => {
    found.push(...(await findings(page, 'nothing tried yet')));
    await field.fill('How can I cancel a withdrawal that I submitted?');
    await field.press('Enter');
    await expect(thread.getByRole('link', { name: 'Cancel a withdrawal' })).toBeVisible();
    await expect(steps.getByText('answered from an article')).toBeVisible();
    await expect(steps.getByText('Cancel a withdrawal', { exact: true }).first()).toBeVisible();
    found.push(...(await findings(page, 'tried')));
  });

  await test.step('a quick reply goes on in the same conversation', async () => {
    await thread.getByRole('button', { name: 'Talk to a person' }).click();
    await expect(page.getByText(/^It has handed over: in a chat/)).toBeVisible();
    await expect(steps.getByText('The customer asked for a person')).toBeVisible();
    await expect(field).toBeDisabled();
    await thread.getByRole('button', { name: 'Steps' }).first().click();
    await expect(steps.getByText('answered from an article')).toBeVisible();
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await expect(thread).toHaveCount(0);
  });

  await test.step('thresholds in order and a greeting are saved, and hold at once', async () => {
    await page.getByRole('tab', { name: 'Settings' }).click();
    const answer = page.getByRole('slider', { name: 'Answer', exact: true });
    await answer.focus();
    await answer.press('Home');
    const wrong = page.getByText(/^To ask what is meant may not take more/);
    await expect(wrong).toBeVisible();
    await page.getByRole('button', { name: /^Back to the usual/ }).click();
    await expect(wrong).toHaveCount(0);
    await page.getByLabel('Greeting in this language').fill('Ahoy from {organisation}.');
    found.push(...(await findings(page, 'settings')));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
    await page.getByRole('tab', { name: 'Try' }).click();
    await field.fill('Hello');
    await field.press('Enter');
    await expect(thread.getByText(/^Ahoy from [^{]+\.$/).first()).toBeVisible();
  });

  await test.step('a model is tried before it is saved, and its key is not shown again', async () => {
    const model = page.getByRole('region', { name: 'Model', exact: true });
    await page.getByRole('tab', { name: 'Settings' }).click();
    await model.getByLabel('Address').fill('https://10.0.0.1/v1');
    await model.getByLabel('Model name').fill('small');
    await model.getByLabel('Key', { exact: true }).fill('a-key-of-ours');
    await model.getByRole('button', { name: 'Try the connection' }).click();
    await expect(model.getByText(/^This address leads to a network that may not be asked/)).toBeVisible();
    await model.getByLabel('Embeddings model').fill('near');
    await model.getByRole('button', { name: 'Try the embeddings' }).click();
    await expect(model.getByText(/^This address leads to a network that may not be asked/)).toBeVisible();
    await model.getByRole('button', { name: 'Save the model' }).click();
    await expect(model.getByText('One is kept. Leave this empty to keep it.')).toBeVisible();
    await page.reload();
    await expect(model.getByLabel('Model name')).toHaveValue('small');
    await expect(model.getByLabel('Key', { exact: true })).toHaveValue('');
    await expect(model.getByLabel('Embeddings model')).toHaveValue('near');
    found.push(...(await findings(page, 'the model')));
  });
  expect(found).toEqual([]);
});
