import { addressOf, CallError, type Endpoint, type ErrorBody, type ResponseOf } from '@fairlead/contract';

/** Sends bytes of a file from an offset on. By XMLHttpRequest, because `fetch` does not tell how far a body is. */
export function sendChunk<E extends Endpoint>(
  endpoint: E,
  { id, offset, bytes }: { id: string; offset: number; bytes: Blob },
  { signal, onSent }: { signal: AbortSignal; onSent: (bytes: number) => void },
): Promise<ResponseOf<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, addressOf(endpoint.path, { id, offset }, undefined));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-fairlead-console', '1');
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, bytes.size)));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText));
      else reject(refusalOf(request));
    });
    request.addEventListener('error', () => reject(new CallError('server.unavailable', {}, 0)));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(bytes);
  });
}

function refusalOf(request: XMLHttpRequest): CallError {
  try {
    const { error } = JSON.parse(request.responseText) as ErrorBody;
    return new CallError(error.code, error.params, request.status);
  } catch {
    return new CallError('server.unavailable', {}, request.status);
  }
}
