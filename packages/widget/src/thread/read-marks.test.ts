import { describe, expect, it } from 'vitest';
import { conversation, message } from '../testing/samples.ts';
import { marksToTell } from './read-marks.ts';

const thread = (marks: { deliveredSeq: number; readSeq: number }) => ({
  conversation: conversation({ lastSeq: 3, ...marks }),
  messages: [message(1), message(2), message(3)],
  ahead: [],
});

describe('marks', () => {
  it('are received but not read while nobody looks', () => {
    expect(marksToTell(thread({ deliveredSeq: 1, readSeq: 1 }), false, undefined)).toEqual({
      deliveredSeq: 3,
      readSeq: 1,
    });
  });

  it('are read when looked at', () => {
    expect(marksToTell(thread({ deliveredSeq: 3, readSeq: 1 }), true, undefined)).toEqual({
      deliveredSeq: 3,
      readSeq: 3,
    });
  });

  it('are told once', () => {
    const told = { deliveredSeq: 3, readSeq: 3 };
    expect(marksToTell(thread({ deliveredSeq: 1, readSeq: 1 }), true, told)).toBeNull();
    expect(marksToTell(thread(told), true, undefined)).toBeNull();
  });

  it('never move back', () => {
    expect(marksToTell(thread({ deliveredSeq: 9, readSeq: 9 }), true, undefined)).toBeNull();
  });
});
