import { expect, test } from 'vitest';
import { chatText } from './chat-text.ts';

const form = {
  fact: (name: string) => (name === 'fee.withdraw.USDT.TRC20' ? '1 USDT' : undefined),
  about: [],
  limit: 400,
};
const rows = (...networks: string[]) =>
  ['| Coin | Network |', '| --- | --- |', ...networks.map((it) => `| USDT | ${it} |`)].join('\n');

test.each([
  ['paragraphs and emphasis', 'One **bold** word.\n\nTwo.', 'One bold word.\n\nTwo.'],
  ['steps keep their numbers', '3. Open it\n4. Close it', '3. Open it\n4. Close it'],
  ['bullets, and what stands below them', '- A\n  - B', '• A\n   • B'],
  ['callouts say what they say', '> [!WARNING]\n> Never share it.', 'Never share it.'],
  ['links are their words', 'See [the page](../other).', 'See the page.'],
  ['live facts', 'It is {{fee.withdraw.USDT.TRC20}} now.', 'It is 1 USDT now.'],
  ['tables', rows('TRC20', 'ERC20'), 'Coin · Network\n• USDT · TRC20\n• USDT · ERC20'],
])('%s', (_, markdown, text) => {
  expect(chatText(markdown, form)).toEqual({ text, whole: true });
});

test('no number is made up: what names a fact that there is not is left out', () => {
  expect(chatText('Before.\n\nIt costs {{fee.withdraw.BTC}}.', form).text).toBe('Before.');
});

test('of a table the rows that name most of what was asked', () => {
  const all = rows('TRC20', 'ERC20', 'SOL').replace('USDT | SOL', 'USDC | SOL');
  expect(chatText(all, { ...form, about: ['USDT', 'trc20'] }).text).toBe('Coin · Network\n• USDT · TRC20');
});

test('as many whole blocks as fit, and at least the first', () => {
  const long = `${'word '.repeat(60)}\n\n${'more '.repeat(60)}`;
  const { text, whole } = chatText(long, form);
  expect(whole).toBe(false);
  expect(text).not.toContain('more');
});
