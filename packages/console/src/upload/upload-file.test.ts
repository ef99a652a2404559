import { CallError, uploadChunkBytes } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { type UploadRequests, type UploadStep, uploadFile } from './upload-file.ts';

const size = uploadChunkBytes * 2 + 10;
const file = new File([new Uint8Array(size)], 'deposit.png', { type: 'image/png' });
interface Kept {
  readonly name: string;
}
const attachment: Kept = { name: 'deposit.png' };
const noAnswer = () => new CallError('server.unavailable', {}, 0);

/** A server that keeps what it gets, and fails on demand. */
function server(failures: (Error | 'lost answer')[] = []) {
  let offset = 0;
  const chunks: [number, number][] = [];
  const state = (): UploadStep<Kept> => ({ id: 'u1', offset, kept: offset === size ? attachment : null });
  const requests: UploadRequests<Kept> = {
    begin: async () => state(),
    read: async () => state(),
    sendChunk: async (_, at, bytes, { onSent }) => {
      const failure = failures.shift();
      if (failure instanceof Error) throw failure;
      chunks.push([at, bytes.size]);
      onSent(bytes.size);
      offset += bytes.size;
      if (failure === 'lost answer') throw noAnswer();
      return state();
    },
  };
  return { requests, chunks, at: (start: number) => void (offset = start) };
}

function run(
  requests: UploadRequests<Kept>,
  with_: { signal?: AbortSignal; resumeId?: string; progress?: number[] } = {},
) {
  return uploadFile(file, {
    requests,
    signal: with_.signal ?? new AbortController().signal,
    onProgress: (bytes) => with_.progress?.push(bytes),
    onBegun: () => {},
    resumeId: with_.resumeId,
    pause: async () => {},
  });
}

it('sends every byte once, in chunks, and tells how far it is', async () => {
  const { requests, chunks } = server();
  const progress: number[] = [];
  expect(await run(requests, { progress })).toBe(attachment);
  expect(chunks).toEqual([
    [0, uploadChunkBytes],
    [uploadChunkBytes, uploadChunkBytes],
    [uploadChunkBytes * 2, 10],
  ]);
  expect(progress.at(-1)).toBe(size);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
});

it('goes on from where the server is when an answer was lost', async () => {
  const { requests, chunks } = server(['lost answer', noAnswer()]);
  expect(await run(requests)).toBe(attachment);
  expect(chunks.map(([at]) => at)).toEqual([0, uploadChunkBytes, uploadChunkBytes * 2]);
});

it('resumes an interrupted upload', async () => {
  const { requests, chunks, at } = server();
  at(uploadChunkBytes);
  await run(requests, { resumeId: 'u1' });
  expect(chunks[0]?.[0]).toBe(uploadChunkBytes);
});

it('stops after some attempts without an answer, so that it can be resumed', async () => {
  const { requests } = server([noAnswer(), noAnswer(), noAnswer(), noAnswer()]);
  await expect(run(requests)).rejects.toMatchObject({ code: 'server.unavailable' });
});

it('does not try again what was refused', async () => {
  const { requests, chunks } = server([new CallError('file.type_refused', {}, 415)]);
  await expect(run(requests)).rejects.toMatchObject({ code: 'file.type_refused' });
  expect(chunks).toEqual([]);
});

it('sends nothing more once cancelled', async () => {
  const { requests, chunks } = server();
  const cancel = new AbortController();
  cancel.abort();
  await expect(run(requests, { signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(chunks).toEqual([]);
});
