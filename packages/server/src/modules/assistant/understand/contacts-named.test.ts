import { expect, test } from 'vitest';
import { contactsNamed } from './contacts-named.ts';

test.each<[text: string, phones: string[], named: string | undefined]>([
  ['is htx-bonus.vip your site', [], 'htx-bonus.vip'],
  ['support@htx-service.com', [], 'support@htx-service.com'],
  ['fake support on telegram: @htx_helpdesk_', [], 'telegram:@htx_helpdesk_'],
  ['https://t.me/htx_helpdesk_?', [], 'telegram:@htx_helpdesk_'],
  ['is @htx_helpdesk_ real', [], '@htx_helpdesk_'],
  ['sms from +1 (415) 555-0137, go to https://evil.org/x', [], '+14155550137\nhttps://evil.org/x'],
  ['call me on 13812345678', ['13812345678'], '13812345678'],
  // What may be something else.
  ['order 884119002711 please', [], undefined],
  ['884119002711', [], undefined],
  ['hello', [], undefined],
  ['入金が反映されません。どうすればいいですか', [], undefined],
  ['提現一直審核中。怎麼辦', [], undefined],
  ['withdraw 0.5 BTC on 2026-11-20', [], undefined],
  [
    `see ${Array.from({ length: 40 }, (_, at) => `https://a${at}.example.org/`).join(' ')}`,
    [],
    expect.stringMatching(/^https:\/\/a0\.example\.org\/\n/),
  ],
])('%s names %s', (text, phones, named) => {
  const found = contactsNamed(text, phones);
  expect(found).toEqual(named);
  expect(found?.length ?? 0).toBeLessThanOrEqual(500);
});
