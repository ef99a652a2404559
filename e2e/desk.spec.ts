import { expect } from '@playwright/test';
import { findingsNow } from './accessibility.ts';
import { test } from './journey.ts';

test('whoever plays the exchange changes a fee and closes a network, and puts everything back', async ({
  browserOf,
  demo,
}) => {
  const page = await browserOf();
  await page.goto(`${demo}/playground/desk?locale=en`);
  const fee = page.getByLabel('Withdrawal fee of LINK over ERC20');
  const deposits = page.getByRole('switch', { name: 'Deposits of LINK over ERC20' });
  await expect(fee).toHaveValue('0.16');
  await fee.fill('0,2');
  await fee.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A number such as 1.5, please.');
  const found = await findingsNow(page, 'a fee that is none');
  await fee.fill('0.2');
  await fee.press('Enter');
  await deposits.click();
  await expect(deposits).not.toBeChecked();
  const asked = await page.request.get(`${demo}/playground/exchange/v2/reference/currencies?currency=link`);
  expect(await asked.json()).toMatchObject({
    data: [{ chains: [{ transactFeeWithdraw: '0.2', depositStatus: 'prohibited' }] }],
  });
  await page.getByRole('button', { name: 'Put everything back' }).click();
  await expect(fee).toHaveValue('0.16');
  await expect(deposits).toBeChecked();
  found.push(...(await findingsNow(page, 'as it was')));
  expect(found).toEqual([]);
});
