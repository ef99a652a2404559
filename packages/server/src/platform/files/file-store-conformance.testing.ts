import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { FileMissing, type FileStore, RangeUnsatisfiable } from './file-store.ts';

export async function readBytes(store: FileStore, key: string, range?: { start: number; end?: number }) {
  const { stream, size } = await store.read(key, range);
  return { bytes: Buffer.concat((await stream.toArray()) as Buffer[]), size };
}

/** What every file store promises. `open` makes one that is empty. */
export function describeFileStore(name: string, open: () => Promise<FileStore>): void {
  describe(name, () => {
    test('keeps bytes and gives them back', async () => {
      const store = await open();
      const bytes = randomBytes(300_000);
      await store.put('attachments/0199-a/original', bytes, { type: 'image/png' });
      expect(await readBytes(store, 'attachments/0199-a/original')).toEqual({ bytes, size: 300_000 });
      await store.put('attachments/0199-a/original', Buffer.from('other'));
      expect((await readBytes(store, 'attachments/0199-a/original')).bytes.toString()).toBe('other');
      await store.put('empty/file', new Uint8Array());
      expect(await readBytes(store, 'empty/file')).toEqual({ bytes: Buffer.alloc(0), size: 0 });
    });

    test('takes a stream, and keeps nothing of one that breaks', async () => {
      const store = await open();
      const parts = Array.from({ length: 40 }, () => randomBytes(10_000));
      await store.put('a/stream', Readable.from(parts));
      expect((await readBytes(store, 'a/stream')).bytes.equals(Buffer.concat(parts))).toBe(true);
      await store.put('a/broken', Buffer.from('before'));
      const broken = Readable.from(
        (function* () {
          yield randomBytes(10_000);
          throw new Error('the sender left');
        })(),
      );
      await expect(store.put('a/broken', broken)).rejects.toThrow('the sender left');
      expect((await readBytes(store, 'a/broken')).bytes.toString()).toBe('before');
    });

    test('gives parts', async () => {
      const store = await open();
      await store.put('a/b', Buffer.from('0123456789'));
      const part = async (start: number, end?: number) => {
        const { bytes, size } = await readBytes(store, 'a/b', end === undefined ? { start } : { start, end });
        return [bytes.toString(), size];
      };
      expect(await part(0, 0)).toEqual(['0', 10]);
      expect(await part(3, 5)).toEqual(['345', 10]);
      expect(await part(7)).toEqual(['789', 10]);
      expect(await part(8, 400)).toEqual(['89', 10]);
      for (const range of [{ start: 10 }, { start: 5, end: 4 }, { start: -1 }, { start: 0.5 }]) {
        await expect(store.read('a/b', range), JSON.stringify(range)).rejects.toThrow(RangeUnsatisfiable);
      }
    });

    test('says what is not there', async () => {
      const store = await open();
      await expect(store.read('a/b')).rejects.toThrow(FileMissing);
      expect(await store.exists('a/b')).toBe(false);
      await store.put('a/b', Buffer.from('x'));
      expect(await store.exists('a/b')).toBe(true);
      expect(await store.exists('a')).toBe(false);
      await store.remove('a/b');
      await store.remove('a/b');
      expect(await store.exists('a/b')).toBe(false);
      await expect(store.read('a/b')).rejects.toThrow(FileMissing);
    });

    test('lists by the beginning of keys, however they nest', async () => {
      const store = await open();
      const keys = [
        'a',
        'a/b',
        'a/b/c',
        'a/b/d.txt',
        'a/bc',
        'ab/b/c',
        'uploads/1/000',
        'uploads/1/001',
        'uploads/10/000',
      ];
      for (const key of keys) await store.put(key, Buffer.from(key));
      const list = async (prefix: string) => (await Array.fromAsync(store.list(prefix))).sort();
      expect(await list('')).toEqual(keys);
      expect(await list('a')).toEqual(keys.slice(0, 6));
      expect(await list('a/b')).toEqual(['a/b', 'a/b/c', 'a/b/d.txt', 'a/bc']);
      expect(await list('a/b/')).toEqual(['a/b/c', 'a/b/d.txt']);
      expect(await list('uploads/1/')).toEqual(['uploads/1/000', 'uploads/1/001']);
      expect(await list('uploads/2/')).toEqual([]);
      for (const key of keys) expect((await readBytes(store, key)).bytes.toString()).toBe(key);
      for (const key of keys) await store.remove(key);
      expect(await list('')).toEqual([]);
    });

    test('refuses keys that lead elsewhere', async () => {
      const store = await open();
      const wrong = [
        '',
        '/a',
        'a/',
        'a//b',
        '..',
        '../a',
        'a/../b',
        'a/./b',
        '.hidden',
        'a/.b',
        'A',
        'a b',
        'a\\b',
        'a\0',
        'a@',
        'ä',
        '%2e%2e/a',
        'a\n',
        `${'a/'.repeat(8)}a`,
        'a'.repeat(101),
      ];
      for (const key of wrong) {
        await expect(store.put(key, Buffer.from('x')), key).rejects.toThrow(TypeError);
        await expect(store.read(key), key).rejects.toThrow(TypeError);
        await expect(store.exists(key), key).rejects.toThrow(TypeError);
        await expect(store.remove(key), key).rejects.toThrow(TypeError);
      }
      for (const prefix of ['../', '/', 'a/../', '.', 'a//']) {
        await expect(Array.fromAsync(store.list(prefix)), prefix).rejects.toThrow(TypeError);
      }
    });

    test('many at once do not disturb each other', async () => {
      const store = await open();
      const turns = Array.from({ length: 30 }, (_, turn) => turn);
      await Promise.all(
        turns.map(async (turn) => {
          await store.put(`one/${turn % 3}/${turn}`, Buffer.from(String(turn)));
          await store.put('one/same', Buffer.alloc(50_000, turn));
          if (turn % 2) await store.remove(`one/${turn % 3}/${turn}`);
        }),
      );
      const left = await Array.fromAsync(store.list('one/'));
      expect(left).toHaveLength(16);
      const { bytes } = await readBytes(store, 'one/same');
      expect(bytes.equals(Buffer.alloc(50_000, bytes[0]))).toBe(true);
    });
  });
}
