import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { checkSignature, type S3Secret } from './s3-signature.testing.ts';

interface StoredObject {
  readonly body: Buffer;
  readonly type: string;
}

/** A server that speaks S3 over HTTP on this machine: objects of one bucket, path style, every request signed. */
export interface S3Server {
  readonly endpoint: string;
  readonly objects: Map<string, StoredObject>;
  /** What was asked, such as `PUT a/b`, with the code of the error where there was one. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Pages of lists are this short, so that tests meet several. */
const pageLength = 4;

const statuses: Record<string, number> = {
  NoSuchKey: 404,
  NoSuchBucket: 404,
  InvalidRange: 416,
  MethodNotAllowed: 405,
};
const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const etag = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`;

export async function startS3Server(bucket: string, secret: S3Secret): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  const requests: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const url = new URL(request.url ?? '/', 'http://server');
    const [, named, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    const line = `${request.method} ${key}`;
    const refuse = (code: string) => {
      requests.push(`${line} ${code}`);
      const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
      response.writeHead(statuses[code] ?? 403, { 'content-type': 'application/xml' });
      response.end(request.method === 'HEAD' ? undefined : xml);
    };
    const wrong = checkSignature(request, body, secret);
    if (wrong) return refuse(wrong);
    if (named !== bucket) return refuse('NoSuchBucket');
    const object = objects.get(key);
    if (request.method === 'PUT' && key) {
      objects.set(key, { body, type: request.headers['content-type'] ?? 'application/octet-stream' });
      response.writeHead(200, { etag: etag(body) }).end();
    } else if (request.method === 'DELETE' && key) {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (request.method === 'GET' && !key && url.searchParams.get('list-type') === '2') {
      response.writeHead(200, { 'content-type': 'application/xml' }).end(listObjects(url.searchParams));
    } else if ((request.method === 'GET' || request.method === 'HEAD') && key) {
      if (!object) return refuse('NoSuchKey');
      if (!sendObject(object, request, response)) return refuse('InvalidRange');
    } else return refuse('MethodNotAllowed');
    requests.push(line);
  }

  function listObjects(query: URLSearchParams): string {
    const prefix = query.get('prefix') ?? '';
    const after = Buffer.from(query.get('continuation-token') ?? '', 'base64url').toString();
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, Math.min(pageLength, Number(query.get('max-keys') ?? 1000)));
    const more = page.length < keys.length;
    const next = more ? Buffer.from(page.at(-1) ?? '').toString('base64url') : '';
    const contents = page.map((key) => {
      const { body } = objects.get(key) as StoredObject;
      return `<Contents><Key>${escapeXml(key)}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>${escapeXml(etag(body))}</ETag><Size>${body.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Answers false when the range begins beyond the end. */
function sendObject(
  { body, type }: StoredObject,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const headers = { 'content-type': type, etag: etag(body), 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  if (range && start >= body.length) return false;
  const end = Math.min(range?.[2] ? Number(range[2]) : body.length - 1, body.length - 1);
  const part = body.subarray(start, end + 1);
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': part.length,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${body.length}` } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : part);
  return true;
}
