import { expect, test } from 'vitest';
import { hasChecksum } from './index.ts';

test.each([
  ['TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', true],
  ['TJRabPrwbZy45sbavfcjinPJC18kjpRTv9', false],
  ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', true],
  ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', true],
  ['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', false],
  ['7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV', false],
  ['no address', false],
])('%s: %s', (text, expected) => {
  expect(hasChecksum(text)).toBe(expected);
});
