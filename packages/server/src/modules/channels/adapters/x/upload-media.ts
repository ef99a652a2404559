import { setTimeout as wait } from 'node:timers/promises';
import { deliveryTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type OutboundFile, SendError } from '../../port.ts';
import { type Calling, xCall } from './x-call.ts';

/** Bytes of one request: X takes up to 5 MB. */
const chunk = 4 * 1024 * 1024;
const longestWait = 10;

const upload = z.object({
  data: z.object({
    id: z.string(),
    processing_info: z
      .object({
        state: z.string(),
        check_after_secs: z.number().nullish(),
        error: z.object({ message: z.string().nullish() }).nullish(),
      })
      .nullish(),
  }),
});

/** Uploads a file for a post or a direct message in chunks, waits until X has prepared it, and answers its id. */
export async function uploadMedia(
  file: OutboundFile,
  use: 'tweet' | 'dm',
  calling: Calling,
  signal: AbortSignal,
): Promise<string> {
  const bytes = Uint8Array.from(await file.read());
  const begin = {
    media_type: file.type,
    total_bytes: bytes.length,
    media_category: `${use}_${kindOf(file)}`,
  };
  const post = (step: string, body?: FormData | object) =>
    xCall({ method: 'POST', path: `2/media/upload/${step}`, ...(body && { body }), signal }, calling);
  const { id } = read(await post('initialize', begin));
  for (let index = 0; index * chunk < bytes.length; index++) {
    const body = new FormData();
    body.set('segment_index', String(index));
    body.set('media', new Blob([bytes.subarray(index * chunk, (index + 1) * chunk)]), 'media');
    await post(`${id}/append`, body);
  }
  let { processing_info: processing } = read(await post(`${id}/finalize`));
  while (processing && processing.state !== 'succeeded') {
    if (processing.state === 'failed')
      throw new SendError(processing.error?.message || 'X cannot use the file', { permanent: true });
    await wait(1000 * Math.min(processing.check_after_secs ?? 1, longestWait), undefined, { signal });
    const query = { command: 'STATUS', media_id: id };
    const call = { method: 'GET', path: '2/media/upload', query, signal } as const;
    processing = read(await xCall(call, calling)).processing_info;
  }
  return id;
}

/** X's kinds of media. */
function kindOf({ type }: OutboundFile): 'image' | 'gif' | 'video' {
  if (type === 'image/gif') return 'gif';
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('video/')) return 'video';
  throw new SendError(deliveryTroubles.file_type, { permanent: true });
}

function read(answer: unknown): z.output<typeof upload>['data'] {
  const parsed = upload.safeParse(answer);
  if (!parsed.success) throw new SendError('the upload has no id', { permanent: false, retryAfter: null });
  return parsed.data.data;
}
