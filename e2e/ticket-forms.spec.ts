import { addressOf, endpoints, type ResponseOf } from '@fairlead/contract';
import { expect } from '@playwright/test';
import { findings } from './accessibility.ts';
import { Agent, fromConsole, signInBy } from './agent.ts';
import { test } from './journey.ts';

const subject = 'The interest of my savings stopped';

test('an administrator changes what a category asks, a customer is held to it in their language, an agent sees the answer', async ({
  browserOf,
  demo,
}) => {
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  const customer = await browserOf();
  const found: string[] = [];
  await mei.comeIn('mei@example.com', '/settings/forms?category=other.earn');
  const preview = page.getByTestId('form-preview');

  await test.step('a new choice, in two languages', async () => {
    await page.getByRole('button', { name: 'Add field' }).click();
    await page.getByRole('menuitem', { name: 'New field…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New field' });
    await dialog.getByLabel('Name in English').fill('Product');
    await dialog.getByLabel('Choices in English').fill('Flexible savings\nFixed term');
    await dialog.getByRole('button', { name: 'Add field' }).click();
    await page.getByRole('combobox', { name: 'Must it be filled in?' }).click();
    await page.getByRole('option', { name: 'Yes, by customers when they open a ticket' }).click();
    await page.getByRole('combobox', { name: 'Language of the texts' }).click();
    await page.getByRole('option', { name: '简体中文' }).click();
    await expect(page.getByText('Read instead, by 简体中文 → 繁體中文 → English: “Product”.')).toBeVisible();
    await page.getByLabel('Name in 简体中文').fill('产品');
    await page.getByLabel('Choice 1', { exact: true }).fill('活期');
    await page.getByLabel('Choice 2', { exact: true }).fill('定期');
    await expect(preview.getByLabel('产品')).toBeVisible();
    found.push(...(await findings(page, 'a form that is edited')));
  });

  await test.step('a condition, tried out in the preview', async () => {
    await page.getByRole('button', { name: 'Date', exact: true }).click();
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByRole('combobox', { name: 'Field that it depends on' }).click();
    await page
      .getByRole('option', { name: '产品' })
      .or(page.getByRole('option', { name: 'Product' }))
      .click();
    await page.getByRole('combobox', { name: 'What that must hold' }).click();
    await page.getByRole('option', { name: 'is one of' }).click();
    await expect(page.getByText('One field has to be put right before this can be saved.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await page.getByRole('combobox', { name: 'Values' }).click();
    await page.getByRole('option', { name: 'Fixed term' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Shown when Product is Fixed term')).toBeVisible();
    await expect(preview.getByLabel('日期')).toBeHidden();
    await preview.getByLabel('产品').selectOption({ label: '定期' });
    await expect(preview.getByLabel('日期')).toBeVisible();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect(preview).toHaveCSS('color-scheme', 'dark');
    found.push(...(await findings(page, 'a condition')));
  });

  await test.step('put in order by key, and saved', async () => {
    const up = page.getByRole('button', { name: 'Move Product up' });
    await up.focus();
    for (let times = 0; times < 3; times++) await page.keyboard.press('Enter');
    await expect(up).toBeDisabled();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('The form is saved and holds from now on')).toBeVisible();
    await expect(page.getByText(/^Changed by /)).toBeVisible();
  });

  await test.step('the customer is asked in Chinese, and held to it', async () => {
    await customer.goto(`${demo}/playground/?customer=verified&locale=zh-CN&theme=light`);
    await customer.getByRole('link', { name: '我的工单' }).click();
    await customer.getByRole('link', { name: '提交工单' }).first().click();
    await customer.getByText('其他', { exact: true }).click();
    await customer.getByText('理财与质押', { exact: true }).click();
    const product = customer.getByLabel('产品');
    await expect(product).toBeVisible();
    await expect(customer.getByLabel('日期')).toBeHidden();
    found.push(...(await findings(customer, 'a form in the portal')));
    await customer.getByLabel('币种').fill('usdt');
    await customer.getByLabel('标题').fill(subject);
    await customer.getByLabel('问题描述').fill('利息从昨天起没有到账。');
    await customer.getByRole('button', { name: '提交' }).click();
    await expect(customer.getByText('请填写此项。').first()).toBeVisible();
    await expect(product).toBeFocused();
    await product.selectOption({ label: '定期' });
    await expect(customer.getByLabel('日期')).toBeVisible();
    await customer.getByRole('button', { name: '提交' }).click();
    await expect(customer.getByRole('heading', { name: subject })).toBeVisible();
    await expect(customer.getByText('定期', { exact: true })).toBeVisible();
  });

  await test.step('the agent sees the answer, and it stays when the form is put back', async () => {
    await mei.go(`/tickets?view=open&q=${encodeURIComponent(subject)}`);
    await page.getByRole('link', { name: subject }).first().click();
    const product = page.getByRole('combobox', { name: 'Product' });
    await expect(product).toHaveText('Fixed term');
    await mei.go('/settings/forms?category=other.earn');
    await page.getByRole('button', { name: 'Remove Product' }).click();
    const removing = page.getByRole('alertdialog');
    await expect(removing.getByText('One ticket of this category holds something in it.')).toBeVisible();
    await removing.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Put back to how it came along' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Put back to how it came along' })
      .click();
    await expect(page.getByText(/^Put back to how it came along by /)).toBeVisible();
    await mei.go(`/tickets?view=open&q=${encodeURIComponent(subject)}`);
    await page.getByRole('link', { name: subject }).first().click();
    await expect(product).toHaveText('Fixed term');
    // Loaded anew, their page is in the language of their browser.
    await customer.reload();
    await expect(customer.getByText('Fixed term', { exact: true })).toBeVisible();
  });
  expect(found).toEqual([]);
});

test('whoever edits a form sees at once that a colleague changed it, and neither change is lost unseen', async ({
  browserOf,
  demo,
  request,
}) => {
  const { listForms, saveForm } = endpoints.tickets;
  const category = 'other.suggestion';
  const mei = new Agent(await browserOf(), demo);
  const { page } = mei;
  await signInBy(request, demo, 'daniel@example.com');
  const { forms } = (await (await request.get(demo + listForms.path)).json()) as ResponseOf<typeof listForms>;
  const version = forms.find((it) => it.category === category)?.version ?? 0;

  await mei.comeIn('mei@example.com', `/settings/forms?category=${category}`);
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('menuitem', { name: 'New field…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await dialog.getByLabel('Name in English').fill('Idea');
  await dialog.getByLabel('Choices in English').fill('Small\nLarge');
  await dialog.getByRole('button', { name: 'Add field' }).click();

  const path = addressOf(saveForm.path, { category }, {});
  const answer = await request.put(demo + path, { headers: fromConsole, data: { version, fields: [] } });
  await expect(answer, 'what the colleague saved').toBeOK();
  const told = page.getByText('Daniel Okafor changed this form while you edited it.', { exact: false });
  await expect(told).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  expect(await findings(page, 'a form that moved on')).toEqual([]);

  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(told).toBeHidden();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The form is saved and holds from now on')).toBeVisible();
});
