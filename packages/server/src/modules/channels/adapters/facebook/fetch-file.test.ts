import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, AskRefused, type FetchContext } from '../../port.ts';
import { fetchFile, isAllowed } from './fetch-file.ts';

const url = 'https://scontent.xx.fbcdn.net/v/photo.jpg?oh=1';
const file = { externalId: url, name: null, type: null };
const answer = (status: number, headers: Record<string, string> = {}, text = 'bytes'): Answer => ({
  status,
  headers,
  body: new TextEncoder().encode(text),
});
const context = (ask: FetchContext['ask']): FetchContext => ({
  credentials: {},
  signal: AbortSignal.timeout(5000),
  maximumBytes: 1000,
  ask,
});

describe('a host', () => {
  test.each([
    [url, undefined, true],
    ['https://cdn.fbsbx.com/v/x.pdf', undefined, true],
    ['https://fbcdn.net/x', undefined, true],
    ['http://scontent.xx.fbcdn.net/x', undefined, false],
    ['https://scontent.xx.fbcdn.net:8443/x', undefined, false],
    ['https://evilfbcdn.net/x', undefined, false],
    ['https://fbcdn.net.evil.example/x', undefined, false],
    ['https://fbcdn.net@evil.example/x', undefined, false],
    ['https://u:p@scontent.fbcdn.net/x', undefined, false],
    ['http://169.254.169.254/latest/meta-data', undefined, false],
    ['file:///etc/passwd', undefined, false],
    ['no address', undefined, false],
    ['http://localhost:4800/files/1', 'http://localhost:4800/playground/graph', true],
    ['http://localhost:4801/files/1', 'http://localhost:4800/playground/graph', false],
  ])('of %s (stood in for by %s): %s', (address, graphUrl, expected) => {
    expect(isAllowed(address, graphUrl)).toBe(expected);
  });

  test('is never another one, whatever is written', () => {
    const pieces = fc.constantFrom(
      'https://',
      'fbcdn.net',
      'x',
      '.',
      '/',
      '@',
      ':',
      '#',
      '?',
      '\\',
      'evil.io',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (written) => {
        const address = written.join('');
        const host = URL.parse(address)?.hostname ?? '';
        const isOurs = host === 'fbcdn.net' || host.endsWith('.fbcdn.net');
        expect(isAllowed(address, undefined) && !isOurs).toBe(false);
      }),
    );
  });
});

describe('a file', () => {
  test('is fetched, with the type that the host says', async () => {
    const ask = async () => answer(200, { 'content-type': 'Image/JPEG; charset=x' });
    expect(await fetchFile(file, context(ask))).toEqual({
      bytes: new TextEncoder().encode('bytes'),
      name: null,
      type: 'image/jpeg',
    });
  });

  test('is not fetched where a redirect leads to another host', async () => {
    const asked: string[] = [];
    const ask = async (address: string) => {
      asked.push(address);
      return answer(302, { location: 'http://10.0.0.1/secret' });
    };
    await expect(fetchFile(file, context(ask))).rejects.toMatchObject({ permanent: true });
    expect(asked).toEqual([url]);
  });

  test('is followed on Facebook, and not for ever', async () => {
    let times = 0;
    const ask = async () => {
      times++;
      return answer(302, { location: '/elsewhere' });
    };
    await expect(fetchFile(file, context(ask))).rejects.toMatchObject({ permanent: true });
    expect(times).toBe(4);
  });

  test.each([
    [404, true],
    [403, true],
    [410, true],
    [204, true],
    [429, false],
    [503, false],
  ])('answered with %i has gone for good: %s', async (status, permanent) => {
    const ask = async () => answer(status);
    await expect(fetchFile(file, context(ask))).rejects.toMatchObject({ permanent });
  });

  test('that is too large is not tried again', async () => {
    const ask = async () => {
      throw new AskRefused('more than 1000 bytes');
    };
    await expect(fetchFile(file, context(ask))).rejects.toMatchObject({ permanent: true });
  });
});
