import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideLetter, type LetterCase, mostADay } from './decide-letter.ts';

const plain: LetterCase = {
  switchedOn: true,
  drafts: true,
  came: 'letter',
  proven: true,
  files: 0,
  asked: 1,
  answers: 0,
  taken: false,
  follows: false,
  delicate: false,
  read: false,
  sentLately: 0,
  answer: { sure: true, inTheirLanguage: true },
};

test.each<[string, Partial<LetterCase>, ReturnType<typeof decideLetter>]>([
  ['a plain letter', {}, 'send'],
  ['a plain form', { came: 'form' }, 'send'],
  ['not switched on', { switchedOn: false }, 'draft'],
  ['neither answers nor drafts', { switchedOn: false, drafts: false }, 'nothing'],
  ['drafts that are switched off change nothing for answers', { drafts: false }, 'send'],
  ['a message on a platform', { came: 'message', switchedOn: false }, 'draft'],
  ['a message that is for the assistant itself', { came: 'message' }, 'draft'],
  ['a sender who may be another', { proven: false }, 'draft'],
  ['an article in another language', { answer: { sure: true, inTheirLanguage: false } }, 'draft'],
  ['evidence that somebody should look at', { files: 1 }, 'draft'],
  ['what goes on from an earlier case', { follows: true }, 'draft'],
  ['what people decide about', { delicate: true }, 'draft'],
  ['one more of the same day', { sentLately: mostADay }, 'draft'],
  ['no answer, or one for people', { answer: null }, 'nothing'],
  ['an answer that is not sure', { answer: { sure: false, inTheirLanguage: true } }, 'nothing'],
  ['what a machine wrote', { came: 'machine' }, 'nothing'],
  ['what came by a list', { came: 'list' }, 'nothing'],
  ['what was read before', { read: true }, 'nothing'],
  ['what an agent has', { taken: true }, 'nothing'],
  ['what was gone on with', { asked: 2 }, 'nothing'],
  ['what was answered', { answers: 1 }, 'nothing'],
])('%s', (_, more, fate) => {
  expect(decideLetter({ ...plain, ...more })).toBe(fate);
});

/** Who writes into a thread: its customer, a machine of theirs, or an agent; `again` hands the same event out once more. */
const moves = fc.array(fc.constantFrom('customer', 'machine', 'agent', 'again'), { maxLength: 30 });

test('whatever is written, a thread is answered by itself at most once, and by its first message only', () => {
  fc.assert(
    fc.property(moves, fc.boolean(), (written, switchedOn) => {
      let [asked, answers, sent, read] = [1, 0, 0, false];
      let taken = false;
      const hear = () => {
        const fate = decideLetter({ ...plain, switchedOn, asked, answers, taken, read });
        if (fate !== 'nothing') read = true;
        if (fate !== 'send') return;
        expect(asked).toBe(1);
        sent += 1;
        answers += 1;
      };
      hear();
      for (const move of written) {
        if (move === 'customer' || move === 'machine') asked += 1;
        if (move === 'agent') [answers, taken] = [answers + 1, true];
        hear();
      }
      expect(sent).toBe(switchedOn ? 1 : 0);
    }),
  );
});

test('two machines that open a thread for each answer come to an end', () => {
  let sentLately = 0;
  for (let thread = 0; thread < 100; thread++)
    if (decideLetter({ ...plain, sentLately }) === 'send') sentLately += 1;
  expect(sentLately).toBe(mostADay);
});
