import type { PolicyHit } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleId, sampleMoment } from '../../../live/samples.ts';
import { countOutcomes } from './count-outcomes.ts';

const hit = (...clocks: PolicyHit['clocks']): PolicyHit => ({
  ticketId: sampleId(1),
  ticketNumber: 1,
  subject: '',
  openedAt: sampleMoment(1),
  takenBy: null,
  clocks,
});
const clock = (
  kind: PolicyHit['clocks'][number]['kind'],
  state: PolicyHit['clocks'][number]['state'],
  late = false,
) => ({ kind, round: 1, state, late });

it('counts by kind what was kept, late, and is open', () => {
  const hits = [
    hit(clock('first_response', 'met'), clock('resolution', 'running')),
    hit(clock('first_response', 'met', true), clock('resolution', 'paused')),
    hit(clock('first_response', 'breached', true), clock('update', 'stopped')),
  ];
  expect(countOutcomes(hits)).toEqual([
    { kind: 'first_response', kept: 1, late: 2, open: 0 },
    { kind: 'resolution', kept: 0, late: 0, open: 2 },
  ]);
  expect(countOutcomes([])).toEqual([]);
});
