import type { CopilotStep } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { decideSteps, type StepFacts } from './decide-steps.ts';

const quiet: StepFacts = {
  closed: false,
  open: true,
  intent: { name: 'deposit.not_credited', probability: 0.9 },
  signals: new Set(),
  answered: false,
  teamId: 'deposits',
  teams: { asked: 'deposits', security: 'security' },
  flow: null,
  missing: { category: 'deposit_withdrawal.deposit_not_credited', fields: [], text: '' },
  macro: null,
  draft: null,
};
const flow = { flow: 'deposit', slots: {}, ran: false } as const;
const missing = { ...quiet.missing, fields: ['txid'] as const, text: 'Could you send the TXID?' };
const macro = { id: 'm', name: 'Deposit on its way', score: 0.8, intent: 'deposit.not_credited' };
const draft = { title: 'Deposits' };
const unsure = { name: 'deposit.not_credited', probability: 0.4 };
const stolen: StepFacts['signals'] = new Set(['account_stolen']);
const thanks: StepFacts['signals'] = new Set(['thanks']);

test.each<[string, Partial<StepFacts>, Array<CopilotStep['do']>]>([
  ['nothing is known', {}, []],
  ['it is closed', { closed: true, draft }, []],
  ['nothing waits', { open: false, draft, macro }, []],
  [
    'a card was stolen, and not the account',
    { intent: { name: 'account.hacked', probability: 0.9 }, signals: new Set(['other_stolen']) },
    [],
  ],
  ['all at once', { flow, missing, macro, draft }, ['look_up', 'ask', 'macro', 'reply']],
  ['the exchange was asked already', { flow: { ...flow, ran: true }, missing }, ['ask']],
  ['a guess asks for nothing', { intent: unsure, missing, draft }, ['reply']],
  ['another team has it', { teamId: 'general', draft }, ['hand_over', 'reply']],
  ['a guess moves nothing', { teamId: 'general', intent: unsure, draft }, ['reply']],
  ['a macro that hardly fits', { macro: { ...macro, score: 0.4 }, draft }, ['reply']],
  ['an account that was stolen', { signals: stolen, draft }, ['hand_over', 'reply']],
  ['stolen, and with the right team', { signals: stolen, teamId: 'security', draft }, ['reply']],
  ['thanks after an answer', { signals: thanks, intent: null, answered: true, draft }, ['solve']],
  ['thanks, and something more', { signals: thanks, answered: true, draft }, ['reply']],
  ['thanks before anybody answered', { signals: thanks, intent: null, draft }, ['reply']],
])('%s', (_, facts, steps) => {
  expect(decideSteps({ ...quiet, ...facts }).map((it) => it.do)).toEqual(steps);
});

test('a stolen account goes to those who care for it, not to the team of what was asked', () => {
  const [first] = decideSteps({ ...quiet, signals: stolen, teams: { asked: 'other', security: 'security' } });
  expect(first).toMatchObject({ do: 'hand_over', why: 'stolen', teamId: 'security' });
});
