import { expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

it('sizes are written as the language does', () => {
  expect(fileSize('en', 500)).toBe('0.5 kB');
  expect(fileSize('en', 471 * 1024)).toBe('471 kB');
  expect(fileSize('de', 2.5 * 1024 * 1024)).toBe('2,5 MB');
});
