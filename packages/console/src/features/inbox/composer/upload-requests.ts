import { addressOf, CallError, type ErrorBody, endpoints, type Upload } from '@fairlead/contract';
import { call } from '../../../api.ts';
import type { UploadRequests } from './upload-file.ts';

/** Uploads to the server. Chunks go by XMLHttpRequest, because `fetch` does not tell how far a body is. */
export const uploadRequests: UploadRequests = {
  begin: (name, size) => call(endpoints.files.beginUpload, { body: { name, size } }),
  read: (id) => call(endpoints.files.readUpload, { params: { id } }),
  sendChunk: (id, offset, bytes, { signal, onSent }) =>
    new Promise<Upload>((resolve, reject) => {
      const { method, path } = endpoints.files.sendChunk;
      const request = new XMLHttpRequest();
      request.open(method, addressOf(path, { id, offset }, undefined));
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
    }),
};

function refusalOf(request: XMLHttpRequest): CallError {
  try {
    const { error } = JSON.parse(request.responseText) as ErrorBody;
    return new CallError(error.code, error.params, request.status);
  } catch {
    return new CallError('server.unavailable', {}, request.status);
  }
}
