import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import {
  FileMissing,
  type FileStore,
  RangeUnsatisfiable,
  requireKey,
  requirePrefix,
  requireRange,
} from './file-store.ts';

/** Where the bucket is. Without credentials those of the machine are used, as Amazon's tools find them. */
export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint?: string | undefined;
  /** Name the bucket in the path instead of the host name: most services besides Amazon's want that. */
  readonly pathStyle?: boolean;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** Keeps files in a bucket that exists, of Amazon S3 or a service that speaks like it. */
export function createS3FileStore(options: S3Options): FileStore {
  const Bucket = options.bucket;
  let opened: ReturnType<typeof openClient> | undefined;
  const s3 = () => (opened ??= openClient(options));
  return {
    async put(key, body, { type } = {}) {
      requireKey(key);
      const { client, sdk } = await s3();
      // S3 wants to know the length first, and bytes at hand can be sent again when a connection breaks.
      const Body = body instanceof Uint8Array ? body : await readAll(body);
      const command = { Bucket, Key: key, Body, ContentLength: Body.byteLength };
      await client.send(
        new sdk.PutObjectCommand(type === undefined ? command : { ...command, ContentType: type }),
      );
    },
    async read(key, range) {
      requireKey(key);
      if (range) requireRange(key, range);
      const { client, sdk } = await s3();
      const Range = range && `bytes=${range.start}-${range.end ?? ''}`;
      const answer = await client
        .send(new sdk.GetObjectCommand({ Bucket, Key: key, ...(Range ? { Range } : {}) }))
        .catch((error: unknown) => {
          if ((error as Error).name === 'NoSuchKey') throw new FileMissing(key, { cause: error });
          if (statusOf(error) === 416) throw new RangeUnsatisfiable(key, { cause: error });
          throw error;
        });
      const whole = /\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1];
      return { stream: answer.Body as Readable, size: whole ? Number(whole) : (answer.ContentLength ?? 0) };
    },
    async exists(key) {
      requireKey(key);
      const { client, sdk } = await s3();
      return client.send(new sdk.HeadObjectCommand({ Bucket, Key: key })).then(
        () => true,
        (error: unknown) => {
          if (statusOf(error) === 404) return false;
          throw error;
        },
      );
    },
    async remove(key) {
      requireKey(key);
      const { client, sdk } = await s3();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }));
    },
    async *list(prefix) {
      requirePrefix(prefix);
      const { client, sdk } = await s3();
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })) {
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      }
    },
  };
}

/** The SDK is large: an installation that keeps its files on disk never loads it. */
async function openClient({ region, endpoint, pathStyle = false, credentials }: S3Options) {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    region,
    forcePathStyle: pathStyle,
    // The SDK would wait for ever.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    // Checksums of newer SDKs are unknown to many services; signatures cover the bytes already.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  });
  return { client, sdk };
}

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
