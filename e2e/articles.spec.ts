import { expect, type Page } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent } from './agent.ts';
import { test } from './journey.ts';

const title = 'How quokkas cross a bridge';
const slug = 'how-quokkas-cross-a-bridge';

test('an article is written, published, changed, and its translation brought up to date', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const found: string[] = [];
  const body = page.getByRole('textbox', { name: /^Text/ });
  const preview = page.frameLocator('iframe[title=Preview]');
  await mei.comeIn('mei@example.com', '/articles');

  await test.step('the articles are listed with how each language stands, and narrowed in the address', async () => {
    await expect(page.getByRole('link', { name: 'My identity verification was rejected' })).toBeVisible();
    found.push(...(await findings(page, 'the articles')));
    await page.getByRole('searchbox', { name: 'Search titles and texts' }).fill('quokka');
    await expect(page.getByText('No article fits')).toBeVisible();
    await expect(page).toHaveURL(/q=quokka/);
  });

  await test.step('one is begun', async () => {
    await page.getByRole('button', { name: 'New article' }).click();
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await expect(page.getByText('Give it a title')).toBeVisible();
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
    await page.getByRole('combobox', { name: 'Category' }).click();
    await page.getByRole('option', { name: 'Deposits and withdrawals' }).click();
    await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(slug);
    found.push(...(await findings(page, 'a new article')));
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  });

  await test.step('its text is previewed as it is written, with what is wrong in it', async () => {
    await page.getByRole('textbox', { name: 'Summary' }).fill('Quokkas cross by night.');
    await page.getByRole('radio', { name: 'Markdown' }).click();
    await body.fill('Wait for {{fee.withdraw.QUOKKA}} nights.');
    await expect(page.getByText('There is no live fact {{fee.withdraw.QUOKKA}}.')).toBeVisible();
    await page.getByRole('radio', { name: 'Editor' }).click();
    await body.fill('It costs ');
    await body.press('End');
    await page.getByRole('button', { name: 'Live fact' }).click();
    await page.getByRole('searchbox', { name: 'Search facts' }).fill('withdrawal fee usdt trc20');
    await page.getByRole('button', { name: /^Withdrawal fee USDT TRC20/ }).click();
    await expect(body).toContainText('1\u00a0USDT');
    await expect(preview.getByText('It costs 1 USDT')).toBeVisible();
    await body.press('End');
    await page.keyboard.type('.');
    await body.press('Enter');
    await page.keyboard.type('/warn');
    await expect(page.getByRole('option', { name: 'Warning' })).toBeVisible();
    await body.press('Enter');
    await page.keyboard.type('Never run');
    await expect(preview.getByRole('note')).toContainText('Never run');
    found.push(...(await findings(page, 'the editor')));
    await page.getByRole('radio', { name: 'Markdown' }).click();
    await expect(body).toHaveValue('It costs {{fee.withdraw.USDT.TRC20}}.\n\n> [!WARNING]\n> Never run');
  });

  await test.step('a table, steps and a link are put in by buttons, by key and by what is typed', async () => {
    await page.getByRole('radio', { name: 'Editor' }).click();
    await body.press('ControlOrMeta+End');
    await body.press('ArrowDown');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.keyboard.type('Night');
    await body.press('Tab');
    await page.keyboard.type('Bridge');
    await page.getByRole('button', { name: 'Remove the row' }).waitFor();
    await page.getByRole('button', { name: 'Add a column' }).click();
    found.push(...(await findings(page, 'a table in the editor')));
    await page.getByRole('radio', { name: 'Markdown' }).click();
    await expect(body).toHaveValue(/Never run\n\n\| Night \| Bridge \| {2}\|\n\| --- \| --- \| --- \|\n/);
    await page.getByRole('radio', { name: 'Editor' }).click();
    await page.getByRole('cell').first().click();
    await page.getByRole('button', { name: 'Remove the table' }).click();
    await body.press('ControlOrMeta+End');
    await page.keyboard.type('1. Wait');
    await body.press('Enter');
    await page.keyboard.type('**Cross**');
    await page.getByRole('radio', { name: 'Markdown' }).click();
    await expect(body).toHaveValue(/Never run\n\n1\. Wait\n2\. \*\*Cross\*\*$/);
    await body.fill('It costs {{fee.withdraw.USDT.TRC20}}.\n\n> [!WARNING]\n> Never run');
  });

  await test.step('what is not saved survives a reload', async () => {
    await page.reload();
    await expect(page.getByText('You wrote this earlier and did not save it.')).toBeVisible();
    await expect(body).toContainText('Never run');
  });

  await test.step('it is published, and readers see it', async () => {
    await publish(page, 'English');
    await expectReaders(page, `${demo}/help/en/deposit-and-withdrawal/${slug}`, /Never run/);
  });

  await test.step('it is translated', async () => {
    await page.getByRole('button', { name: 'Add a language' }).click();
    await page.getByRole('menuitem', { name: /^Simplified Chinese/ }).click();
    await expect(page.getByRole('region', { name: 'Source' }).first()).toContainText('Never run');
    await page.getByRole('textbox', { name: 'Title' }).fill('短尾矮袋鼠如何过桥');
    await page.getByRole('radio', { name: 'Markdown' }).click();
    await body.fill('手续费为 {{fee.withdraw.USDT.TRC20}}。\n\n> [!WARNING]\n> 切勿奔跑');
    await publish(page, 'Simplified Chinese');
    await expectReaders(page, `${demo}/help/zh-CN/deposit-and-withdrawal/${slug}`, /切勿奔跑/);
    await expect(language(page, '简体中文')).toContainText('current');
  });

  await test.step('the source changes, and the translation is outdated', async () => {
    await language(page, 'English').click();
    await page.getByRole('radio', { name: 'Markdown' }).click();
    await body.fill('It costs {{fee.withdraw.USDT.TRC20}}.\n\n> [!WARNING]\n> Never walk');
    await publish(page, 'English');
    await expect(language(page, '简体中文')).toContainText('outdated');
    await language(page, '简体中文').click();
    const source = page.getByRole('region', { name: 'Source' }).first();
    await expect(source.locator('del')).toHaveText(['run']);
    await expect(source.locator('ins')).toHaveText(['walk']);
    found.push(...(await findings(page, 'a translation beside its source')));
    await page.getByRole('radio', { name: 'Markdown' }).click();
    await body.fill('手续费为 {{fee.withdraw.USDT.TRC20}}。\n\n> [!WARNING]\n> 切勿倒着走');
    await page.getByRole('checkbox', { name: 'Up to date with the source' }).click();
    await publish(page, 'Simplified Chinese');
    await expect(language(page, '简体中文')).toContainText('current');
  });

  await test.step('what it said before is compared and restored', async () => {
    await page.getByRole('radio', { name: 'Revisions' }).click();
    await expect(page.getByRole('button', { name: /^Revision/ })).toHaveCount(2);
    await expect(page.getByRole('region', { name: 'What changed' }).locator('ins').first()).toBeVisible();
    found.push(...(await findings(page, 'the revisions')));
    await page.getByRole('button', { name: /^Revision 1/ }).click();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByRole('button', { name: /^Revision/ })).toHaveCount(3);
  });

  expect(found).toEqual([]);
});

test('categories are added, put in order by key, and removed', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await mei.comeIn('mei@example.com', '/articles/categories');
  const rows = page.getByRole('main').getByRole('listitem');
  await page.getByRole('button', { name: 'Add a category' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Quokka care');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(rows.last()).toContainText('quokka-care');
  const found = await findings(page, 'the categories');
  await page.getByRole('button', { name: 'Move Quokka care up' }).press('Enter');
  await expect(rows.last()).not.toContainText('quokka-care');
  await page.getByRole('button', { name: 'Change Quokka care' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Care of quokkas');
  found.push(...(await findings(page, 'a category')));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Remove Care of quokkas' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(rows.filter({ hasText: 'Care of quokkas' })).toHaveCount(0);
  expect(found).toEqual([]);
});

test('what readers looked for and did not find becomes an article', async ({ browserOf, demo }) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await page.request.get(`${demo}/help/en/search?q=${encodeURIComponent('zyzzyva qxwvut')}`);
  await mei.comeIn('mei@example.com', '/articles');
  await page.getByRole('link', { name: 'Insight' }).click();
  const found: string[] = [];
  await expect(page.getByRole('cell', { name: 'zyzzyva qxwvut', exact: true })).toBeVisible();
  for (const name of ['Coverage', 'Outdated', 'Nearly the same', 'Most read', 'Nothing found']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel', { name })).toBeVisible();
    found.push(...(await findings(page, `insight: ${name}`)));
  }
  await page.getByRole('radio', { name: '7 days' }).click();
  await expect(page).toHaveURL(/days=7/);
  await page.getByRole('button', { name: 'Write an article about “zyzzyva qxwvut”' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('zyzzyva qxwvut');
  await page.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Deposits and withdrawals' }).click();
  await page.getByRole('button', { name: 'Begin writing' }).click();
  await expect(page.getByRole('heading', { name: 'zyzzyva qxwvut', level: 1 })).toBeVisible();
  expect(found).toEqual([]);
});

test('articles of another help center are looked at, then taken in, and their old addresses lead on', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const answer = {
    categories: [{ id: 880001, name: 'Wombat matters', locale: 'en-us' }],
    sections: [{ id: 880002, name: 'Wombat burrows', category_id: 880001, locale: 'en-us' }],
    articles: [
      {
        id: 880003,
        title: 'How wombats dig',
        locale: 'en-us',
        source_locale: 'en-us',
        section_id: 880002,
        body: '<ol><li>With <strong>paws</strong></li></ol><script>alert(1)</script>',
      },
      { id: 880004, title: 'Homeless', locale: 'en-us', source_locale: 'en-us', body: '<p>x</p>' },
    ],
  };
  const file = {
    name: 'export.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(answer)),
  };
  await mei.comeIn('mei@example.com', '/articles/import?from=zendesk');
  const found = await findings(page, 'an import');
  await page.getByLabel('Choose files').setInputFiles([file]);
  await expect(page.getByText('To be created: 1, updated: 0, unchanged: 0, left out: 1.')).toBeVisible();
  await expect(page.getByText('It stands in no section that is part of the export.')).toBeVisible();
  found.push(...(await findings(page, 'what an import would do')));
  await page.getByRole('checkbox', { name: /^Publish what is published there/ }).click();
  await page.getByRole('button', { name: 'Import them' }).click();
  await expect(page.getByText('1 created, 0 updated, 0 unchanged, 1 left out.')).toBeVisible();
  await expectReaders(page, `${demo}/hc/en-us/articles/880003-How-wombats-dig`, /<strong>paws<\/strong>/);
  expect(page.url()).toContain('/articles/import?from=zendesk');
  expect(found).toEqual([]);
});

const language = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Languages' }).getByRole('button', { name });

/** Publishes what is written, saved or not. */
async function publish(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText(new RegExp(`^Published in ${name}`)).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeHidden();
}

/** Readers see a text on the public page. */
async function expectReaders(page: Page, address: string, text: RegExp): Promise<void> {
  await expect.poll(async () => (await page.request.get(address)).text()).toMatch(text);
}
