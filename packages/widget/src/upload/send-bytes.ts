import type { Upload } from '@fairlead/contract';
import { Refusal, refusalIn } from '../session/refusal.ts';

/** Sends bytes and tells how many have left so far. Only XMLHttpRequest knows: `fetch` is silent until they have all left. */
export function sendBytes(
  address: string,
  headers: Record<string, string>,
  bytes: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.timeout = 120_000;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => onSent(event.loaded));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText));
      else reject(refusalIn(request.responseText));
    });
    for (const end of ['error', 'timeout', 'abort']) {
      request.addEventListener(end, () => reject(new Refusal('server.unavailable')));
    }
    signal.addEventListener('abort', () => request.abort());
    request.send(bytes);
  });
}
