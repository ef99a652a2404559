import { locales, proofCodeIn } from '@fairlead/contract';
import { weightedLength } from '@fairlead/contract/weighted-length';
import { expect, test } from 'vitest';
import { letterWords } from '../letter-words.ts';
import { holdsPersonalData } from '../public/holds-personal-data.ts';

const link = 'https://support.exchange.example/s/0k3m9qtx7abc5vwz2n8r4hjd';

test.each(locales)(
  '%s: the line fits one post, ends its link with a space, and is hidden by no rule of ours',
  (locale) => {
    const line = letterWords(locale, 'public.link', { link });
    expect(weightedLength(line)).toBeLessThanOrEqual(280);
    expect(line).toContain(`${link} `);
    expect(holdsPersonalData(line)).toBe(false);
    expect(proofCodeIn(line)).toBeNull();
  },
);
