import type { FoundSecret } from '@fairlead/shield';
import { afterEach, expect, it, vi } from 'vitest';
import { tellHeldBack } from './tell-held-back.ts';

afterEach(() => vi.unstubAllGlobals());

const found = (kind: FoundSecret['kind']): FoundSecret => ({ kind, start: 0, end: 9, certainty: 'certain' });

it('tells kinds, channel and language once, without a cookie and without a word of the text', () => {
  const asked: Array<[string, RequestInit]> = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push([url, init]);
    return Promise.reject(new Error('offline'));
  });
  tellHeldBack([found('password'), found('password'), found('national_id'), found('seed_phrase')], {
    channel: 'chat',
    locale: 'vi',
  });
  const [[url, init] = ['', {}]] = asked;
  expect(url).toBe('/api/shield/held-back');
  expect(init).toMatchObject({ method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer' });
  expect(JSON.parse(String(init.body))).toEqual({
    kinds: ['password', 'seed_phrase'],
    channel: 'chat',
    locale: 'vi',
  });
});
