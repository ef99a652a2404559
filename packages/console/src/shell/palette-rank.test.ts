import { expect, it } from 'vitest';
import { foundPrefix, paletteRank } from './palette-rank.ts';

const close = (search: string) => paletteRank('inbox-close.duplicate', search, ['Close: Duplicate']);
const found = (search: string) => paletteRank(`${foundPrefix}01930000`, search);

it.each(['elia', 'lisa', 'pate'])('does not take "%s" for a command', (search) => {
  expect(close(search)).toBe(0);
  expect(found(search)).toBeGreaterThan(0);
});

it.each(['close', 'dupl', 'clo dup', 'Close: Duplicate'])(
  'puts the command meant by "%s" first',
  (search) => {
    expect(close(search)).toBeGreaterThan(found(search));
  },
);
