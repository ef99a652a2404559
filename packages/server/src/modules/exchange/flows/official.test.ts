import { expect, test } from 'vitest';
import { runOf } from './flows.testing.ts';

const finding = {
  input: 'htx-bonus.example',
  readAs: { kind: 'domain' as const, value: 'htx-bonus.example', platform: null },
  verdict: 'impostor' as const,
  label: null,
  reasons: [{ code: 'known_impostor' as const, of: 'htx-bonus.example' }],
};
const contact = 'htx-bonus.example';

test('asks for what contacted the customer', async () => {
  const run = await runOf('official', {}, {}, false);
  expect([run.kind, run.outcome]).toEqual(['asks', 'contact']);
  expect(run.text).toContain('Send the link');
});

test('says what the registry says, why, and what to do', async () => {
  const official = { verdict: 'impostor' as const, findings: [finding] };
  const run = await runOf('official', { contact }, { official }, false);
  expect(run.text).toBe(
    [
      'htx-bonus.example is a fake. It is not us.',
      'It is on our list of known impostors.',
      'Do not reply, open it, call back or pay. Never share passwords, codes or seed phrases. If you already have, freeze your account at once and contact us.',
    ].join('\n'),
  );
  expect(run).toMatchObject({ kind: 'answered', outcome: 'impostor', needsPerson: false, ticket: null });
});

test('asks again for what nobody can read', async () => {
  const unread = { ...finding, readAs: null, verdict: 'unclear' as const, reasons: [] };
  const official = { verdict: 'unclear' as const, findings: [unread] };
  expect((await runOf('official', { contact: '???' }, { official })).outcome).toBe('contact');
});
