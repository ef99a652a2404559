import { locales, type OfficialFinding, officialReasons, officialVerdicts } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { nameOfFinding, sayAdvice, sayFinding } from './say-finding.ts';

const finding: OfficialFinding = {
  input: '@HTX',
  readAs: { kind: 'handle', value: 'htx', platform: 'telegram' },
  verdict: 'official',
  label: 'News',
  reasons: [],
};

test('what is found is said, with why', () => {
  expect(sayFinding('en', finding)).toEqual(['Telegram @htx is ours: News.']);
  const fake: OfficialFinding = {
    input: 'https://htx.com.evil.org',
    readAs: { kind: 'domain', value: 'htx.com.evil.org', platform: null },
    verdict: 'impostor',
    label: null,
    reasons: [{ code: 'name_in_subdomain', of: 'htx.com' }],
  };
  expect(sayFinding('en', fake)).toEqual([
    'htx.com.evil.org is a fake. It is not us.',
    'htx.com only stands in front; the address belongs to somebody else.',
  ]);
  expect(sayFinding('ar', fake)[0]).toContain('\u2068htx.com.evil.org\u2069');
});

test.each([
  [
    { kind: 'handle' as const, value: '442079460958', platform: 'whatsapp' as const },
    'WhatsApp +442079460958',
  ],
  [{ kind: 'handle' as const, value: 'htx', platform: null }, '@htx'],
  [null, '@HTX'],
])('%o is called %s', (readAs, name) => expect(nameOfFinding({ ...finding, readAs })).toBe(name));

test.each(locales)('every verdict, reason and advice has words in %s', (locale) => {
  const reasons = officialReasons.map((code) => ({ code, of: 'X' }));
  for (const verdict of officialVerdicts) {
    const lines = [...sayFinding(locale, { ...finding, verdict, reasons }), sayAdvice(locale, verdict)];
    expect(lines).toHaveLength(officialReasons.length + 2);
    for (const text of lines) expect(text).not.toMatch(/[{}]|^(?:verdict|reason|next)\./);
  }
});
