import {
  type CompromiseStep,
  compromiseStates,
  type Exposure,
  exposures,
  type StepState,
  stepStates,
} from '@fairlead/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../../platform/fail.ts';
import {
  type CompromiseRecord,
  closedAs,
  leaked,
  nextOf,
  stateOf,
  stepsOf,
  whoDoes,
  withStep,
} from './compromise-rules.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 27, 12, minutes));
const conversationId = 'c';
const mei = { by: 'mei', at: at(5) };
const nobody = { by: null, at: at(1) };

function begun(exposure: Exposure): CompromiseRecord {
  const record = leaked(undefined, { conversationId, exposure, leakedAt: at(0) });
  if (!record) throw new Error('nothing began');
  return record;
}
function after(exposure: Exposure, steps: ReadonlyArray<[CompromiseStep, StepState]>): CompromiseRecord {
  return steps.reduce(
    (record, [step, state]) =>
      withStep(record, step, state, whoDoes(step) === 'system' ? nobody : mei) ?? record,
    begun(exposure),
  );
}

test.each<[string, CompromiseRecord, string, string | null]>([
  ['a phrase that is just written down', begun('wallet'), 'leaked', 'tell'],
  ['its writer was told', after('wallet', [['tell', 'done']]), 'told', 'move_funds'],
  [
    'funds are moved',
    after('wallet', [
      ['tell', 'done'],
      ['move_funds', 'done'],
    ]),
    'checking',
    'check_account',
  ],
  [
    'an agent checked before the customer acted',
    after('api_secret', [
      ['tell', 'done'],
      ['check_account', 'done'],
    ]),
    'told',
    'delete_key',
  ],
  [
    'the account is checked',
    after('wallet', [
      ['tell', 'done'],
      ['move_funds', 'not_needed'],
      ['check_account', 'done'],
    ]),
    'checking',
    'freeze',
  ],
  [
    'nothing is open',
    after(
      'password',
      stepsOf('password').map((it) => [it, 'done']),
    ),
    'settled',
    'close',
  ],
  ['closed', closedAs(begun('password'), 'false_alarm', mei), 'closed', null],
])('%s', (_, record, state, next) => {
  expect([stateOf(record), nextOf(record)]).toEqual([state, next]);
});

test('a step is set once, opened again, and known to its exposure only', () => {
  const told = after('wallet', [['tell', 'done']]);
  expect(withStep(told, 'tell', 'done', nobody)).toBeNull();
  const moved = withStep(told, 'move_funds', 'done', mei);
  expect(moved?.steps.move_funds).toEqual({ state: 'done', by: 'mei', at: at(5) });
  expect(withStep(moved ?? told, 'move_funds', 'open', mei)?.steps).toEqual(told.steps);
  expect(() => withStep(told, 'delete_key', 'done', mei)).toThrow(Failure);
});

test('it is secured only once no step is open, and closed once', () => {
  expect(() => closedAs(after('wallet', [['tell', 'done']]), 'secured', mei)).toThrow(
    expect.objectContaining({ code: 'compromise.steps_open' }),
  );
  const closed = closedAs(begun('wallet'), 'no_answer', mei);
  expect(() => closedAs(closed, 'no_answer', mei)).toThrow(
    expect.objectContaining({ code: 'compromise.closed' }),
  );
  expect(() => withStep(closed, 'freeze', 'done', mei)).toThrow(
    expect.objectContaining({ code: 'compromise.closed' }),
  );
});

test('another secret opens again what the customer has to do, and tells them once an hour', () => {
  const done = after(
    'wallet',
    stepsOf('wallet').map((it) => [it, 'done']),
  );
  const fresh = (minutes: number) => ({ conversationId, exposure: 'wallet' as const, leakedAt: at(minutes) });
  expect(leaked(done, fresh(0))).toBeNull();
  const soon = leaked(done, fresh(30));
  expect(Object.keys(soon?.steps ?? {})).toEqual(['tell', 'freeze']);
  const later = leaked(done, fresh(90));
  expect(Object.keys(later?.steps ?? {})).toEqual(['freeze']);
  expect(later && stateOf(later)).toBe('leaked');
  const anew = leaked(closedAs(done, 'secured', mei), fresh(90));
  expect(anew).toMatchObject({ steps: {}, closed: null, leakedAt: at(90) });
});

test('whatever is said of it, it has a state, and a next step until it is closed', () => {
  const move = fc.record({
    step: fc.constantFrom(...exposures.flatMap(stepsOf)),
    state: fc.constantFrom(...stepStates),
  });
  fc.assert(
    fc.property(fc.constantFrom(...exposures), fc.array(move, { maxLength: 20 }), (exposure, moves) => {
      let record = begun(exposure);
      for (const { step, state } of moves) {
        if (!stepsOf(exposure).includes(step)) continue;
        record = withStep(record, step, state, mei) ?? record;
        const [now, next] = [stateOf(record), nextOf(record)];
        expect(compromiseStates).toContain(now);
        expect(next).not.toBeNull();
        expect(now === 'settled').toBe(next === 'close');
        if (next !== null && next !== 'close') expect(record.steps[next]).toBeUndefined();
      }
      const outcome = nextOf(record) === 'close' ? 'secured' : 'no_answer';
      expect(stateOf(closedAs(record, outcome, mei))).toBe('closed');
    }),
  );
});
