import { describe, expect, test } from 'vitest';
import type { LetterRecord } from '../channels/index.ts';
import { proposeCopies } from './copy-rules.ts';

const parties = (from: string, to: string[], cc: string[] = []): LetterRecord['parties'] => ({
  from: { address: from, name: null },
  replyTo: [],
  to: to.map((address) => ({ address, name: null })),
  cc: cc.map((address) => ({ address, name: null })),
});

let letters = 0;
const letter = (with_: Partial<LetterRecord>): LetterRecord => ({
  id: String(letters++),
  inboxId: 'inbox',
  direction: 'in',
  headerId: `${letters}@example`,
  conversationId: 'conversation',
  messageId: null,
  kind: 'letter',
  subject: 'Subject',
  parties: parties('customer@a.example', ['support@harbour.example']),
  references: [],
  html: null,
  body: { text: '', history: '', signature: '', inline: {} },
  proof: null,
  rawKey: null,
  createdAt: new Date('2026-11-24T08:00:00Z'),
  ...with_,
});
const first = letter({
  parties: parties(
    'Customer@a.example',
    ['Support@harbour.example', 'wife@a.example'],
    ['billing+x@harbour.example', 'lawyer@l.example', 'not an address'],
  ),
});
const isOurs = (address: string) => address.endsWith('@harbour.example');
const propose = (thread: LetterRecord[], to = 'customer@a.example') => proposeCopies({ thread, to, isOurs });

describe('a reply to all', () => {
  test('goes to who else had the letter: not to us, not twice to the customer, not to what is no address', () => {
    expect(propose([first])).toEqual({ cc: ['wife@a.example', 'lawyer@l.example'], doubtful: [] });
  });

  test('of a thread without a letter goes to nobody else', () => {
    expect(propose([])).toEqual({ cc: [], doubtful: [] });
    expect(propose([letter({ direction: 'out' })])).toEqual({ cc: [], doubtful: [] });
  });

  test('follows the latest letter, and passes over what a machine wrote', () => {
    const later = letter({ parties: parties('customer@a.example', ['wife@a.example']) });
    const machine = letter({ kind: 'automatic', parties: parties('x@x.example', ['y@y.example']) });
    expect(propose([first, later, machine]).cc).toEqual(['wife@a.example']);
  });

  test.each([
    ['in the customer’s name, not proved', 'customer@a.example', null],
    ['of somebody else, proved', 'thief@t.example', { trusted: true }],
  ])('does not go by itself to whom a letter %s names', (_, from, proof) => {
    const slipped = letter({
      proof,
      parties: parties(from, ['support@harbour.example', 'thief@t.example'], ['wife@a.example']),
    });
    expect(propose([first, slipped])).toEqual({ cc: ['wife@a.example'], doubtful: ['thief@t.example'] });
  });

  test.each([
    [
      'a proven letter of the customer',
      letter({ proof: { trusted: true }, parties: parties('customer@a.example', [], ['new@n.example']) }),
    ],
    [
      'an agent before',
      letter({ direction: 'out', parties: parties('support@harbour.example', ['new@n.example']) }),
    ],
  ])('goes to whom %s named', (_, source) => {
    const answered = letter({ parties: parties('customer@a.example', ['new@n.example']) });
    expect(propose([first, source, answered]).cc).toEqual(['new@n.example']);
  });

  test('leaves out the other address of who is answered elsewhere', () => {
    expect(propose([first], 'desk@a.example').cc).toEqual(['wife@a.example', 'lawyer@l.example']);
  });

  test('goes to so many at most', () => {
    const many = Array.from({ length: 50 }, (_, index) => `a${index}@many.example`);
    expect(propose([letter({ parties: parties('customer@a.example', many) })]).cc).toHaveLength(20);
  });
});
