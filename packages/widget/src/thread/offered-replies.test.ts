import { describe, expect, it } from 'vitest';
import { message, own, pending } from '../testing/samples.ts';
import { offeredReplies } from './offered-replies.ts';

const replies = ['Yes', 'No'];
const asked = (seq: number) => message(seq, { quickReplies: replies });
const bot = message(1, { quickReplies: replies, author: { type: 'bot', id: null, name: null } });
const line = message(2, { kind: 'system', author: { type: 'system', id: null, name: null }, text: '' });

describe('answers to choose from', () => {
  it.each([
    ['after an agent’s question', [asked(1)], [], replies],
    ['after the bot’s question', [bot], [], replies],
    ['after a question and a line of the system', [asked(1), line], [], replies],
    ['after what was said before the question', [own(1, 'a'), message(2), asked(3)], [], replies],
    ['not after a message without any', [message(1)], [], []],
    ['not after something else was said', [asked(1), message(2)], [], []],
    ['not once the customer has answered', [asked(1), own(2, 'Yes')], [], []],
    ['not once the customer has answered, and a line of the system', [asked(1), own(2, 'Yes'), line], [], []],
    ['not while an answer is on its way', [asked(1)], [pending('a')], []],
    ['not while an answer could not be sent', [asked(1)], [pending('a', { state: 'failed' })], []],
    ['not in an empty thread', [], [], []],
  ])('%s', (_, messages, waiting, offered) => {
    expect(offeredReplies(messages, waiting)).toEqual(offered);
  });
});
