import { expect, test } from 'vitest';
import { withSources } from './with-sources.ts';

const source = { title: 'Cancel a withdrawal', url: '/help/en/a/cancel' };
const whole = 'Cancel a withdrawal\nhttps://help.example.com/help/en/a/cancel';

test.each([
  ['nothing to name', 'Yes.', [], 'Yes.'],
  ['one', 'Yes.', [source], `Yes.\n\n${whole}`],
  ['several', 'Yes.', [source, source], `Yes.\n\n${whole}\n\n${whole}`],
  ['no words', '', [source], whole],
  [
    'an address that is whole',
    'Yes.',
    [{ title: 'T', url: 'https://x.example/a' }],
    'Yes.\n\nT\nhttps://x.example/a',
  ],
])('%s', (_, text, sources, said) => {
  expect(withSources(text, sources, 'https://help.example.com')).toBe(said);
});
