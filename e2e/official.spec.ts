import { expect, type Page } from '@playwright/test';
import { findings, findingsNow } from './accessibility.ts';
import { Agent } from './agent.ts';
import { Customer } from './customer.ts';
import { test } from './journey.ts';

const result = (page: Page) => page.locator('#result');

async function check(page: Page, text: string): Promise<void> {
  await page.getByLabel('Link, account, number or address').fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

/** The pages of the help center follow the system's theme. */
async function findingsInThemes(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await findingsNow(page, `${where}, ${colorScheme}`)));
  }
  return found;
}

test('without scripts a customer learns what is ours, what is a fake, and what an e-mail proves, and reports it; administrators decide', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf({ javaScriptEnabled: false, locale: 'en-GB' });
  await page.goto(`${demo}/help/en/`);
  await page.getByRole('link', { name: 'Is this really us?' }).click();
  await expect(page).toHaveURL(/\/help\/en\/official$/);

  await test.step('a link of ours', async () => {
    await check(page, 'https://www.htx.example/en-us/login');
    await expect(result(page)).toContainText('This is ours');
    await expect(result(page)).toContainText('none of us ever asks for your password');
    await expect(page.getByRole('button', { name: 'Report it' })).toHaveCount(0);
  });

  await test.step('one that only looks like it', async () => {
    await check(page, 'https://htx.example.secure-login.org');
    await expect(result(page)).toContainText('This is a fake');
    await expect(result(page)).toContainText('htx.example only stands in front');
  });

  await test.step('a handle without its platform, and with it', async () => {
    await check(page, '@htx_support_example');
    await expect(result(page)).toContainText('choose the platform');
    await page.getByLabel('What it is').selectOption('Telegram');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(result(page)).toContainText('Telegram @htx_support_example is ours: Support bot.');
  });

  await test.step('an e-mail as a file', async () => {
    await page.getByLabel('E-mail file').setInputFiles({
      name: 'letter.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(
        'From: HTX <no-reply@mail.htx.example.evil.org>\r\nReply-To: desk@elsewhere.example\r\nSubject: Act now\r\n\r\nhttps://login.elsewhere.example/a\r\n',
      ),
    });
    await page.getByRole('button', { name: 'Check the e-mail' }).click();
    await expect(result(page)).toContainText('This is a fake');
    await expect(result(page)).toContainText('desk@elsewhere.example');
    await expect(result(page)).toContainText('https://login.elsewhere.example/a');
  });

  await test.step('what is new is reported', async () => {
    await check(page, 'htx-quillfeather.example');
    await expect(result(page)).toContainText('This is not ours');
    await page.getByLabel(/What happened/).fill('They wanted a code');
    await page.getByRole('button', { name: 'Report it' }).click();
    await expect(result(page)).toContainText('Thank you');
  });

  const mei = new Agent(await browserOf(), demo);
  const console = mei.page;
  const found: string[] = [];
  await mei.comeIn('mei@example.com');

  await test.step('an administrator takes the report, and everybody is warned', async () => {
    await mei.go('/settings/official');
    await expect(console.getByText('htx.example', { exact: true })).toBeVisible();
    found.push(...(await findings(console, 'official channels')));
    await console.getByRole('radio', { name: /^Reports/ }).click();
    await expect(console.getByText('They wanted a code')).toBeVisible();
    found.push(...(await findings(console, 'reports')));
    await console.getByRole('button', { name: 'It is an impostor: htx-quillfeather.example' }).click();
    await expect(console.getByText('htx-quillfeather.example is a known impostor now')).toBeVisible();
    await check(page, 'https://a.htx-quillfeather.example/x');
    await expect(result(page)).toContainText('It is on our list of known impostors.');
  });

  await test.step('what is added counts within a second, and retired no longer, with a way back', async () => {
    await console.getByRole('radio', { name: 'Ours' }).click();
    await console.getByRole('button', { name: 'Add a channel' }).click();
    const dialog = console.getByRole('dialog', { name: 'Add a channel' });
    await dialog.getByRole('textbox', { name: 'Value' }).fill('com');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('This cannot be read as what it is said to be.')).toBeVisible();
    found.push(...(await findings(console, 'adding a channel')));
    await dialog.getByRole('textbox', { name: 'Value' }).fill('https://quillfeather-news.example/');
    await dialog.getByRole('textbox', { name: 'What it is called' }).fill('Newsroom');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(async () => {
      await check(page, 'quillfeather-news.example');
      await expect(result(page)).toContainText('is ours: Newsroom', { timeout: 200 });
    }).toPass({ timeout: 2_000, intervals: [100] });
    await console.getByRole('searchbox', { name: 'Search the registry' }).fill('newsroom');
    await expect(console.getByRole('listitem').filter({ hasText: '.example' })).toHaveCount(1);
    await console.getByRole('button', { name: 'Retire quillfeather-news.example' }).click();
    await expect(console.getByText('Retired', { exact: true })).toBeVisible();
    await check(page, 'quillfeather-news.example');
    await expect(result(page)).toContainText('It was ours once');
    await console.getByRole('button', { name: 'Undo' }).click();
    await expect(console.getByText('Retired', { exact: true })).toBeHidden();
  });

  await test.step('a list is added by paste; what cannot be read is left to be put right', async () => {
    await console.getByRole('button', { name: 'Add a list' }).click();
    const dialog = console.getByRole('dialog', { name: 'Add a list of channels' });
    const lines = dialog.getByRole('textbox', { name: 'One a line' });
    await lines.fill('quill-a.example, First\nno idea\nhttps://t.me/quill_b');
    await dialog.getByRole('button', { name: 'Add 3 lines' }).click();
    await expect(dialog.getByText(/2 were added\..*1 could not be read/)).toBeVisible();
    await expect(lines).toHaveValue('no idea');
    found.push(...(await findings(console, 'adding a list')));
  });

  await test.step('axe finds nothing on the page and its answers', async () => {
    const seeing = await browserOf();
    await seeing.goto(`${demo}/help/en/official`);
    found.push(...(await findingsInThemes(seeing, 'the page')));
    for (const text of ['https://www.htx.example', 'https://htx.example@evil.org', 'google.com', '???']) {
      await check(seeing, text);
      await expect(result(seeing)).toBeVisible();
      found.push(...(await findingsInThemes(seeing, text)));
    }
    await seeing.goto(`${demo}/help/ar/official`);
    found.push(...(await findingsInThemes(seeing, 'in Arabic')));
    expect(found).toEqual([]);
  });
});

test('an agent has it looked up beside the conversation, and answers with it', async ({
  browserOf,
  demo,
}) => {
  const visitor = new Customer(await browserOf(), demo, 'en');
  await visitor.visit(null);
  await visitor.open();
  await visitor.begin();
  const question = 'Somebody called me, quillfeather';
  await visitor.say(question);
  const mei = new Agent(await browserOf(), demo);
  await mei.comeIn('mei@example.com');
  await mei.go('/inbox/all');
  await mei.open(question);
  await mei.page.getByRole('button', { name: 'Is this us?' }).click();
  const field = mei.page.getByRole('textbox', { name: 'Link, account, number or address' });
  await field.fill('+44 7700 900123');
  await field.press('Enter');
  const answer = mei.page.getByText('+447700900123 is a fake. It is not us.').first();
  await expect(answer).toBeVisible();
  await mei.page.getByRole('button', { name: 'Put into reply' }).click();
  await expect(mei.page.getByRole('textbox', { name: /^Reply to/ })).toHaveValue(/\+447700900123 is a fake/);
});
