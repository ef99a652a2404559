import { expect, test } from 'vitest';
import { readAddresses } from './read-addresses.ts';

test.each([
  ['a@b.example', ['a@b.example'], ''],
  ['  A@B.Example , a@b.example;c@d.example', ['a@b.example', 'c@d.example'], ''],
  ['Wang, Li <li@bank.example>\n"O. K." <ok@bank.example>', ['li@bank.example', 'ok@bank.example'], 'Wang'],
  ['王力 <li@bank.example>，ok@bank.example', ['li@bank.example', 'ok@bank.example'], ''],
  ['a@b.example c@d.example', ['a@b.example', 'c@d.example'], ''],
  ['nobody', [], 'nobody'],
  ['a@localhost, a@@b.example, a.@b.example', [], 'a@localhost, a@@b.example, a.@b.example'],
  ['', [], ''],
])('reads %j', (text, addresses, rest) => {
  expect(readAddresses(text)).toEqual({ addresses, rest });
});
