import { expect, test } from 'vitest';
import { type TurnOutcome, unansweredIn } from './unanswered-in.ts';

const turn = (seq: number, decision: string, signals: string[] = [], handOver: string | null = null) =>
  ({ seq, trace: { decision, signals, handOver } }) as TurnOutcome;

test.each<[string, TurnOutcome[], Array<[number, string]>]>([
  ['what was answered', [turn(1, 'answer'), turn(3, 'thanks', ['thanks'])], []],
  ['what was not understood', [turn(1, 'abstain')], [[1, 'abstained']]],
  ['what there is nothing new to say to', [turn(1, 'did_not_help')], [[1, 'abstained']]],
  ['what seems to be about something else', [turn(1, 'out_of_scope')], [[1, 'out_of_scope']]],
  ['what tries to misuse the assistant', [turn(1, 'out_of_scope', ['injection'])], []],
  [
    'what went to people after two attempts',
    [turn(1, 'abstain'), turn(3, 'hand_over', [], 'unsure')],
    [
      [1, 'abstained'],
      [3, 'handed_over'],
    ],
  ],
  ['who asked for a person', [turn(1, 'hand_over', ['wants_person'], 'asked')], []],
  [
    'an answer that did not help is about its question',
    [turn(1, 'answer'), turn(3, 'did_not_help', ['not_helpful'])],
    [[1, 'disliked']],
  ],
  [
    'and so is the second one, after which people go on',
    [turn(1, 'answer'), turn(3, 'flow'), turn(5, 'hand_over', ['no'], 'unsure')],
    [[3, 'disliked']],
  ],
  ['a dislike of nothing', [turn(1, 'did_not_help', ['not_helpful'])], []],
  [
    'one question is named once',
    [turn(1, 'answer'), turn(3, 'did_not_help', ['not_helpful']), turn(5, 'did_not_help', ['not_helpful'])],
    [[1, 'disliked']],
  ],
])('%s', (_what, turns, expected) => {
  expect(unansweredIn(turns).map((it) => [it.seq, it.cause])).toEqual(expected);
});
