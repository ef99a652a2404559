import { expect, type Page } from '@playwright/test';
import { findings, findingsNow } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';
import { pngFile } from './png.ts';

const title = 'Where numbats sleep';
const address = 'help/en/deposit-and-withdrawal/where-numbats-sleep';

test('a picture is pasted into an article, a file is offered below it, and readers see both', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  const body = page.getByRole('textbox', { name: /^Text/ });
  const dialog = page.getByRole('dialog');
  await mei.comeIn('mei@example.com', '/articles');
  await page.getByRole('button', { name: 'New article' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Deposits and withdrawals' }).click();
  await page.getByRole('button', { name: 'Begin writing' }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();

  await test.step('a pasted picture asks what it shows, and stands in the text', async () => {
    await body.fill('In a log.');
    await body.press('End');
    await body.press('Enter');
    await paste(page, pngFile('log.png', [120, 80, 40]));
    await expect(dialog.getByRole('textbox', { name: 'Alternative text' })).toBeVisible();
    found.push(...(await findings(page, 'a picture')));
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await expect(dialog.getByText('Say what it shows')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Alternative text' }).fill('A hollow log');
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await expect(body.getByRole('img', { name: 'A hollow log' })).toBeVisible();
  });

  await test.step('another is chosen by the button, and what it says is changed', async () => {
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await dialog.getByLabel('Choose a picture').setInputFiles(pngFile('numbat.png', [200, 120, 60]));
    await dialog.getByRole('textbox', { name: 'Alternative text' }).fill('A numbat');
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await body.getByRole('img', { name: 'A numbat' }).dblclick();
    await dialog.getByRole('textbox', { name: 'Alternative text' }).fill('A numbat asleep');
    await dialog.getByRole('button', { name: 'Change' }).click();
    const preview = page.frameLocator('iframe[title=Preview]');
    await expect(preview.getByRole('img', { name: 'A numbat asleep' })).toHaveJSProperty('naturalWidth', 320);
    found.push(...(await findings(page, 'pictures in the editor')));
  });

  await test.step('a file is offered', async () => {
    const file = { name: 'burrows.csv', mimeType: 'text/csv', buffer: Buffer.from('log,tenant\n1,numbat\n') };
    await page.getByLabel('Add a file').setInputFiles(file);
    await expect(page.getByRole('link', { name: 'burrows.csv' })).toBeVisible();
    await page.getByRole('button', { name: 'Save these' }).click();
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  });

  await test.step('readers see the pictures in the room they take, and find the file', async () => {
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await expect(page.getByText('Published in English')).toBeVisible();
    await expect
      .poll(async () => (await page.request.get(`${demo}/${address}`)).status(), { timeout: 10_000 })
      .toBe(200);
    const reader = await browserOf();
    await reader.goto(`${demo}/${address}`);
    const shown = reader.getByRole('img', { name: 'A hollow log' });
    await expect(shown).toHaveAttribute('width', '320');
    await expect(shown).toHaveJSProperty('naturalWidth', 320);
    await expect(reader.getByRole('img', { name: 'A numbat asleep' })).toBeVisible();
    const download = reader.waitForEvent('download');
    await reader.getByRole('link', { name: 'burrows.csv' }).click();
    expect((await download).suggestedFilename()).toBe('burrows.csv');
    found.push(...(await findingsNow(reader, 'an article with pictures')));
  });

  await test.step('so do those who read it in the chat', async () => {
    const visitor = new Customer(await browserOf(), demo, 'en');
    await visitor.visit(null);
    await visitor.open();
    await visitor.chat.getByRole('searchbox', { name: visitor.text('help.search') }).fill('numbats');
    await visitor.chat.getByRole('search').getByRole('link', { name: title }).click();
    const article = visitor.chat.getByRole('dialog', { name: title });
    await expect(article.getByRole('img', { name: 'A hollow log' })).toHaveJSProperty('naturalWidth', 320);
    await expect(article.getByRole('link', { name: 'burrows.csv' })).toHaveAttribute(
      'href',
      /^\/help\/files\//,
    );
  });

  await test.step('for signed-in customers alone, they read it in the portal', async () => {
    await page.getByLabel('Who may read it').click();
    await page.getByRole('option', { name: 'Customers who are signed in' }).click();
    await page.getByRole('button', { name: 'Save these' }).click();
    const customer = await browserOf();
    await expect
      .poll(async () => (await customer.request.get(`${demo}/${address}`)).status(), { timeout: 10_000 })
      .toBe(403);
    await customer.goto(`${demo}/playground/?customer=pro-en&locale=en&theme=light`);
    await customer.getByRole('link', { name: 'My tickets' }).click();
    await expect(customer.getByRole('heading', { name: 'My tickets' })).toBeVisible();
    await customer.goto(`${demo}/${address}`);
    found.push(...(await findingsNow(customer, 'an article for others')));
    await customer.getByRole('link', { name: 'Sign in and read it' }).click();
    const article = customer.getByRole('dialog', { name: title });
    await expect(article.getByRole('img', { name: 'A hollow log' })).toHaveJSProperty('naturalWidth', 320);
    found.push(...(await findings(customer, 'an article in the portal')));
  });
  expect(found).toEqual([]);
});

/** Pastes a picture as a screenshot comes from the clipboard. */
async function paste(page: Page, { name, mimeType, buffer }: ReturnType<typeof pngFile>): Promise<void> {
  await page.getByRole('textbox', { name: /^Text/ }).evaluate(
    (element, [called, type, bytes]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(bytes), (it) => it.charCodeAt(0));
      transfer.items.add(new File([content], called, { type }));
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
}
