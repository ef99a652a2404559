import { expect, test } from 'vitest';
import { holdsPersonalData } from './holds-personal-data.ts';

test.each([
  'write to me at linh.nguyen@example.com please',
  'почта: иван@пример.рф',
  'my UID is 40218831',
  'UID:40218831, help!',
  'call me +84 912 345 678',
  '电话13812345678',
  'order 1123456789012345678',
  'card 4111 1111 1111 1111',
  'tx 0x4e3a3754410177e6937ef1f84bba68ea139e8d1a2258c5f85db9f1cd715a1bdd',
  '4E3A3754410177E6937EF1F84BBA68EA139E8D1A2258C5F85DB9F1CD715A1BDD',
  'sent to TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
  '0x52908400098527886E0F7030069857D2E4169EE7 is mine',
  'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
])('%j tells something', (text) => {
  expect(holdsPersonalData(text)).toBe(true);
});

test.each([
  'My withdrawal is late, please help',
  'I lost 1,250.50 USDT',
  'I hold 10000000 SHIB',
  'since 2026-11-27 08:30',
  'am 27.11.2026 eingezahlt',
  'BTC at 61500 since 3 hours',
  '转账三天了还没到账',
  '@htx_support where is it?',
  'see https://www.htx.com/support',
  '',
])('%j tells nothing', (text) => {
  expect(holdsPersonalData(text)).toBe(false);
});

test('a post of one endless word is read in the time that its length takes', () => {
  expect(holdsPersonalData('ab'.repeat(100_000))).toBe(false);
});
