import { expect, test } from 'vitest';
import { isWeakPassword } from './password-rules.ts';

test.each([
  ['too short', 'Xk7$pQ2!z'],
  ['too short in characters, though not in code units', '🔑🔒🔓🗝️🔐'],
  ['the own address', 'mei.lin@example.com'],
  ['the own address in capitals', 'MEI.LIN@EXAMPLE.COM'],
  ['the own mailbox with digits', 'mei.lin2026!'],
  ['a common one', 'qwertyuiop'],
  ['a common one with signs around it', '!!Password2026!!'],
  ['a common one in full-width letters', 'ｐａｓｓｗｏｒｄ１２３'],
  ['one character', 'aaaaaaaaaaaa'],
  ['two characters', 'abababababab'],
  ['a word said twice', 'krakowkrakow'],
  ['a piece said again, the last time in part', 'x7q!x7q!x7q!x7'],
  ['a run of digits', '1234567890123'],
  ['a run of digits from the middle', '4567890123'],
  ['a run backwards', '9876543210'],
  ['a run of letters', 'abcdefghijkl'],
  ['a common row of keys', '1q2w3e4r5t'],
])('%s is weak', (_why, password) => {
  expect(isWeakPassword(password, 'mei.lin@example.com')).toBe(true);
});

test.each([
  ['a sentence', 'seventeen herons at dusk'],
  ['a random one', 'vK3#tRq9wLz1'],
  ['another script', '昨夜西风凋碧树独上高楼'],
  ['a common word among others', 'password-of-a-heron'],
  ['a long one said twice', 'correcthorsecorrecthorse'],
  ['a run inside it', 'heron-12345-dusk'],
])('%s will do', (_why, password) => {
  expect(isWeakPassword(password, 'mei.lin@example.com')).toBe(false);
});
