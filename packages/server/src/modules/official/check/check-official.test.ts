import type { OfficialForm, OfficialReason, OfficialVerdict } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOfficial } from './check-official.ts';
import { registry } from './registry.testing.ts';

const check = (text: string, form?: OfficialForm) => checkOfficial(text, registry, form);
const says = (text: string, form?: OfficialForm) => {
  const { verdict, findings } = check(text, form);
  return [verdict, ...findings.flatMap((it) => it.reasons.map(({ code }) => code))];
};
type Row = readonly [text: string, verdict: OfficialVerdict, ...reasons: OfficialReason[]];

describe('links', () => {
  test.each<Row>([
    ['https://www.htx.com/en-us/login?x=1#y', 'official'],
    ['htx.com', 'official'],
    ['HTX.COM.', 'official'],
    ['ｈｔｔｐｓ：／／ｗｗｗ．ｈｔｘ．ｃｏｍ', 'official'],
    ['htx。com', 'official'],
    ['  <https://htx.com:8443/> ', 'official'],
    ['https://user@htx.com/', 'official'],
    ['https:\\\\htx.com\\login', 'official'],
    ['harbour-exchange.com', 'official'],
    ['www.harbour-exchange.com', 'unclear', 'not_listed'],
    ['huobi.com', 'not_ours', 'retired'],
    ['https://google.com', 'not_ours'],
    ['htx-bonus.vip', 'impostor', 'known_impostor'],
    ['https://login.htx-bonus.vip/a', 'impostor', 'known_impostor'],
    // What deceives on purpose.
    ['https://htx.com.evil.tld/login', 'impostor', 'name_in_subdomain'],
    ['https://www.htx.com.secure-login.org', 'impostor', 'name_in_subdomain'],
    ['https://htx.com@evil.org', 'impostor', 'before_at'],
    ['https://htx.com:pass@203.0.113.9/', 'not_ours', 'ip_address', 'before_at'],
    ['https://evil.org\\@htx.com', 'not_ours'],
    ['https://evil.org/@htx.com', 'not_ours'],
    ['https://evil.org?https://htx.com', 'not_ours'],
    ['https://evil.org#htx.com', 'not_ours'],
    ['https://һtх.com', 'impostor', 'imitates', 'mixed_letters'],
    ['xn--tx-6kc.com', 'not_ours', 'looks_like', 'mixed_letters'],
    ['https://harb0ur-exchange.com', 'impostor', 'imitates'],
    ['https://harbour-exchanqe.com', 'not_ours', 'looks_like'],
    ['https://habrour-exchange.com', 'not_ours', 'looks_like'],
    ['https://htxx.com', 'not_ours', 'looks_like'],
    ['https://htx.vip', 'not_ours', 'other_ending'],
    ['https://htx-refunds.support', 'not_ours', 'contains_name'],
    ['https://harbour-exchange.login-now.org', 'not_ours', 'contains_name'],
    ['https://bücher.example', 'not_ours', 'foreign_letters'],
    ['http://203.0.113.9/login', 'not_ours', 'ip_address'],
    ['http://3405803785/login', 'not_ours', 'ip_address'],
    ['http://[2001:db8::1]/', 'not_ours', 'ip_address'],
    ['https://bit.ly/3xyz', 'unclear', 'shortener'],
    ['javascript:alert(1)//htx.com', 'not_ours', 'dangerous_scheme'],
    ['data:text/html,<b>htx.com</b>', 'not_ours', 'dangerous_scheme'],
    ['DATA:text/html;base64,aHR4', 'not_ours', 'dangerous_scheme'],
  ])('%s is %s', (text, ...expected) => expect(says(text)).toEqual(expected));
});

describe('addresses, numbers, handles, apps', () => {
  test.each<Row>([
    ['Support@HTX.com', 'official', 'sender_forged'],
    ['mailto:support@htx.com?subject=x', 'official', 'sender_forged'],
    ['"HTX" <no-reply@mail.htx.com>', 'official', 'sender_forged'],
    ['no-reply@x.mail.htx.com', 'unclear', 'not_listed'],
    ['security@htx.com', 'unclear', 'not_listed'],
    ['support@htx.com.evil.org', 'impostor', 'name_in_subdomain'],
    ['support@htx-service.com', 'not_ours', 'contains_name'],
    ['htx.com@evil.org', 'impostor', 'before_at'],
    ['agent@gmail.com', 'impostor', 'known_impostor'],
    ['someone@gmail.com', 'not_ours'],
    ['+44 20 7946 0958', 'official', 'caller_forged'],
    ['0044 (0)20 7946-0958', 'official', 'caller_forged'],
    ['tel:+442079460958', 'official', 'caller_forged'],
    ['020 7946 0958', 'unclear', 'country_code'],
    ['+86 20 7946 0958', 'not_ours'],
    ['+44 7700 900123', 'impostor', 'known_impostor'],
    ['https://t.me/HTX_Official', 'official'],
    ['https://t.me/s/htx_official/12', 'official'],
    ['htx_official.t.me', 'official'],
    ['tg://resolve?domain=htx_official', 'official'],
    ['telegram: @htx_official', 'official'],
    ['twitter.com/HTX_Global?s=20', 'official'],
    ['https://x.com/htx_official', 'not_ours', 'not_listed'],
    ['@htx_official', 'unclear', 'which_platform'],
    ['@htx_helpdesk_', 'impostor', 'known_impostor'],
    ['https://t.me/htx_officiaI1', 'not_ours', 'looks_like'],
    ['https://t.me/htx_0fficial', 'impostor', 'imitates'],
    ['https://t.me/htxofficial', 'not_ours', 'looks_like'],
    ['https://t.me/htx_official_support', 'not_ours', 'contains_name'],
    ['@somebody_else', 'not_ours'],
    ['https://wa.me/442079460958', 'official'],
    ['https://play.google.com/store/apps/details?id=pro.huobi&hl=en', 'official'],
    ['https://play.google.com/store/apps/details?id=pro.huobl', 'impostor', 'imitates'],
    ['app:pro.huobi', 'official'],
    ['pro.huobi', 'not_ours'],
    ['%%%', 'unclear', 'unreadable'],
    ['is this you?', 'unclear', 'unreadable'],
  ])('%s is %s', (text, ...expected) => expect(says(text)).toEqual(expected));

  test.each<[string, OfficialForm, OfficialVerdict]>([
    ['@htx_official', 'telegram', 'official'],
    ['htx_official', 'x', 'not_ours'],
    ['t.me/htx_official', 'telegram', 'official'],
    ['pro.huobi', 'app', 'official'],
    ['+44 20 7946 0958', 'whatsapp', 'official'],
    ['htx.com', 'telegram', 'not_ours'],
    ['support@htx.com', 'phone', 'unclear'],
  ])('%s, said to be of %s, is %s', (text, form, verdict) => expect(check(text, form).verdict).toBe(verdict));
});

test.each<[string, OfficialVerdict, string[]]>([
  [
    'is "htx-refunds.support" yours? got sms from +1 (415) 555-0137 saying claim within 24h',
    'not_ours',
    ['htx-refunds.support', '+1 (415) 555-0137'],
  ],
  ['请问https://www.htx.com/zh-cn是真的吗？', 'official', ['https://www.htx.com/zh-cn']],
  ['htx.com是你们的吗', 'official', ['htx.com']],
  // It may be a name of its own: nobody is told that it is ours.
  ['我收到htx.com的邮件', 'unclear', ['我收到htx.com']],
  ['入金が反映されません。どうすればいいですか', 'unclear', ['入金が反映されません。どうすればいいですか']],
  ['これは本物？htx.com。教えて', 'official', ['htx.com']],
  ['火币evil.com的邮件', 'not_ours', ['火币evil.com']],
  ['收到 service@htx-verify.net 的信叫我更新資料，這是你們寄的嗎', 'not_ours', ['service@htx-verify.net']],
  [
    'TelegramでHTXサポートを名乗る人からDM来た。@HTX_help_japan ってそちらの公式？',
    'not_ours',
    ['@HTX_help_japan'],
  ],
  ['В телеге пишет @htx_official, это ваши?', 'official', ['@htx_official']],
  ['htx.com or https://htx.com@evil.org', 'impostor', ['htx.com', 'https://htx.com@evil.org']],
  ['my order 12.50 of e.g. BTC came at 10:30', 'unclear', ['my order 12.50 of e.g. BTC came at 10:30']],
])('of a text, the worst counts: %s', (text, verdict, named) => {
  const found = check(text);
  expect([found.verdict, found.findings.map((it) => it.input)]).toEqual([verdict, named]);
});

const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,12}[a-z0-9])?$/);
const hosts = fc.oneof(
  fc
    .tuple(
      fc.array(label, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('com', 'org', 'vip', 'co.uk', 'com.evil.tld'),
    )
    .map(([labels, end]) => [...labels, end].join('.')),
  fc
    .tuple(
      fc.constantFrom('', 'www.', 'a.b.'),
      fc.constantFrom(
        'htx.com',
        'htx.com.evil.org',
        'htx.co',
        'evilhtx.com',
        'xhtx.com',
        'harbour-exchange.com',
        'com',
      ),
    )
    .map((it) => it.join('')),
);
const mayBe = (host: string) =>
  host === 'htx.com' || host.endsWith('.htx.com') || host === 'harbour-exchange.com';
const paths = fc.constantFrom('', '/', '/htx.com', '?u=https://htx.com', '#htx.com', '/@htx.com');

test('no host is official that no entry names', () => {
  fc.assert(
    fc.property(
      hosts,
      paths,
      fc.constantFrom('', 'https://', 'http://htx.com@', '//'),
      (host, path, front) => {
        const address = front + host + path;
        expect(check(address).verdict === 'official' && !mayBe(host)).toBe(false);
      },
    ),
    { numRuns: 3000 },
  );
});

test('how an address is written changes nothing', () => {
  const wide = (text: string) =>
    [...text]
      .map((it) => (/[!-~]/.test(it) ? String.fromCodePoint((it.codePointAt(0) ?? 0) + 0xfee0) : it))
      .join('');
  fc.assert(
    fc.property(
      hosts,
      fc.constantFrom(
        (host: string) => `https://${host.toUpperCase()}`,
        (host: string) => `https://${host}.`,
        (host: string) => `https://${host}:8443/a`,
        (host: string) => `https://someone@${host}/`,
        (host: string) => ` \n\t"https://${host}"  `,
        (host: string) => wide(`https://${host}`),
        (host: string) => `https://${[...host].join('\u200b')}`,
        (host: string) => `https://${host.replaceAll('.', '。')}`,
      ),
      (host, write) => {
        expect(check(write(host)).verdict).toBe(check(`https://${host}`).verdict);
      },
    ),
    { numRuns: 2000 },
  );
});

// Within the time that a test has.
test('endless text is looked through in no time', () => {
  for (const piece of ['!', 'a.', '@', '1 ', 'https:', 'a@b', '是.', '('])
    expect(check(piece.repeat(80_000)).verdict).not.toBe('official');
});

test('whatever is written is read, and nothing of it is official by accident', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      expect(check(text).verdict).not.toBe('official');
    }),
    { numRuns: 2000 },
  );
});
