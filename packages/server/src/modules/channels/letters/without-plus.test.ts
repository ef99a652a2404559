import { expect, test } from 'vitest';
import { withoutPlus } from './without-plus.ts';

test.each([
  ['support@htx.example', 'support@htx.example'],
  ['support+a1@htx.example', 'support@htx.example'],
  ['support+a+b@htx.example', 'support@htx.example'],
  ['support@htx.example+', 'support@htx.example+'],
  ['+1', '+1'],
  ['+'.repeat(300_000), '+'.repeat(300_000)],
])('%s', (address, plain) => expect(withoutPlus(address)).toBe(plain));
