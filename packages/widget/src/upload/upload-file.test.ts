import type { Attachment, Upload } from '@fairlead/contract';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../session/refusal.ts';
import { refuseFile } from './check-file.ts';
import { uploadFile } from './upload-file.ts';

const attachment = { id: 'f1', name: 'a.png' } as Attachment;
const mebibyte = 1024 * 1024;

/** A server that takes chunks in order and fails when it is told to. */
function setUp(
  size: number,
  failures: Array<Refusal | 'lost answer' | undefined> = [],
  beginnings: Refusal[] = [],
  reached = true,
) {
  let offset = 0;
  const log: string[] = [];
  const progress: number[] = [];
  const waiting: boolean[] = [];
  const state = (): Upload => ({ id: 'u1', offset, size, attachment: offset >= size ? attachment : null });
  const api = {
    async beginUpload() {
      const failure = beginnings.shift();
      if (failure) throw failure;
      return state();
    },
    async readUpload() {
      log.push('read');
      return state();
    },
    async sendChunk(_id: string, at: number, bytes: Blob, onSent: (sent: number) => void) {
      log.push(`${at}+${bytes.size}`);
      const failure = failures.shift();
      if (failure instanceof Refusal) throw failure;
      if (at !== offset) throw new Refusal('file.offset_conflict', { offset });
      onSent(bytes.size);
      offset += bytes.size;
      if (failure === 'lost answer') throw new Refusal('server.unavailable');
      return state();
    },
  };
  const start = (signal = new AbortController().signal, begun?: string) =>
    uploadFile(api, new File([new Uint8Array(size)], 'a.png'), {
      signal,
      begun,
      reached: () => reached,
      onBegun: () => undefined,
      onWaiting: (is) => waiting.at(-1) !== is && waiting.push(is),
      onProgress: (part) => progress.push(part),
      wait: async () => undefined,
    });
  return { start, log, progress, waiting };
}

describe('an upload', () => {
  it('goes in chunks and tells how far it is', async () => {
    const { start, log, progress } = setUp(2.5 * mebibyte);
    expect(await start()).toBe(attachment);
    expect(log).toEqual([`0+${mebibyte}`, `${mebibyte}+${mebibyte}`, `${2 * mebibyte}+${mebibyte / 2}`]);
    expect(progress.at(0)).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('goes on from where the server says it stopped', async () => {
    const { start, log } = setUp(1.5 * mebibyte, ['lost answer', new Refusal('server.unavailable')]);
    await start();
    expect(log).toEqual([
      `0+${mebibyte}`,
      'read',
      `${mebibyte}+${mebibyte / 2}`,
      'read',
      `${mebibyte}+${mebibyte / 2}`,
    ]);
  });

  it('can be continued later', async () => {
    const { start, log } = setUp(
      mebibyte,
      Array.from({ length: 6 }, () => new Refusal('server.unavailable')),
    );
    await expect(start()).rejects.toMatchObject({ code: 'server.unavailable' });
    log.length = 0;
    await start(undefined, 'u1');
    expect(log).toEqual(['read', `0+${mebibyte}`]);
  });

  it('waits for a server that is out of reach, from its beginning on and as long as it takes', async () => {
    const away = () => Array.from({ length: 20 }, () => new Refusal('server.unavailable'));
    const { start, log, waiting } = setUp(10, away(), away(), false);
    expect(await start()).toBe(attachment);
    expect(log.at(-1)).toBe('0+10');
    expect(waiting.slice(0, 2)).toEqual([true, false]);
    expect(waiting.at(-1)).toBe(false);
  });

  it.each(['access.not_signed_in', 'identity.session_invalid'] as const)(
    'goes on as whom the customer turned out to be: %s',
    async (code) => {
      const { start, log, waiting } = setUp(1.5 * mebibyte, [undefined, new Refusal(code)]);
      expect(await start()).toBe(attachment);
      expect(log).toEqual([
        `0+${mebibyte}`,
        `${mebibyte}+${mebibyte / 2}`,
        'read',
        `${mebibyte}+${mebibyte / 2}`,
      ]);
      expect(waiting).toEqual([false, true, false]);
    },
  );

  it('does not try for ever where the server is reached', async () => {
    const refused = Array.from({ length: 6 }, () => new Refusal('server.unexpected'));
    await expect(setUp(10, [], refused).start()).rejects.toMatchObject({ code: 'server.unexpected' });
  });

  it('ends with what the server refuses', async () => {
    const { start, log } = setUp(10, [new Refusal('file.type_refused')]);
    await expect(start()).rejects.toMatchObject({ code: 'file.type_refused' });
    expect(log).toHaveLength(1);
  });

  it('ends when it is cancelled', async () => {
    const { start, log } = setUp(10);
    await expect(start(AbortSignal.abort())).rejects.toBeInstanceOf(Refusal);
    expect(log).toEqual([]);
  });
});

describe('a file', () => {
  it.each([
    ['a.png', 'image/png', 10, undefined],
    ['a.mov', '', 10, undefined],
    ['a.svg', 'image/svg+xml', 10, 'file.type_refused'],
    ['a.png.exe', '', 10, 'file.type_refused'],
    ['a.png', 'image/png', 0, 'file.damaged'],
    ['a.png', 'image/png', 3 * mebibyte, 'file.too_large'],
  ])('%s of type %o and %i bytes: %s', (name, type, size, code) => {
    expect(refuseFile({ name, type, size }, 2 * mebibyte)?.code).toBe(code);
  });
});
