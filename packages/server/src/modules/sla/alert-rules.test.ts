import type { SlaState } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { hasCleared } from './alert-rules.ts';

const now = new Date();
const alert = {
  kind: 'resolution',
  round: 1,
  onCallPlace: null,
  acknowledgedAt: null,
  clearedAt: null,
} as const;
const clock = (state: SlaState, round = 1) => [{ kind: 'resolution', round, state } as const];

it.each<[string, Parameters<typeof hasCleared>, boolean]>([
  ['stays while somebody waits', [alert, 'open', clock('running')], false],
  ['goes once the promise is kept', [alert, 'open', clock('met')], true],
  ['goes once nobody waits', [alert, 'open', clock('stopped')], true],
  ['goes when it is promised no longer', [alert, 'open', []], true],
  ['goes when another round runs', [alert, 'open', clock('running', 2)], true],
  ['goes when the ticket is solved', [alert, 'solved', clock('running')], true],
  ['a call waits for its acknowledgement', [{ ...alert, onCallPlace: 0 }, 'solved', clock('met')], false],
  ['once is enough', [{ ...alert, clearedAt: now }, 'solved', clock('met')], false],
  ['acknowledged is acknowledged', [{ ...alert, acknowledgedAt: now }, 'solved', clock('met')], false],
])('what was told %s', (_, input, expected) => {
  expect(hasCleared(...input)).toBe(expected);
});
