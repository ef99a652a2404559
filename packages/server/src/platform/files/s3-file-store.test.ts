import { Buffer } from 'node:buffer';
import { expect, onTestFinished, test } from 'vitest';
import { FileMissing } from './file-store.ts';
import { describeFileStore, readBytes } from './file-store-conformance.testing.ts';
import { openFileStore } from './open-file-store.ts';
import { createS3FileStore } from './s3-file-store.ts';
import { startS3Server } from './s3-server.testing.ts';

const bucket = 'support-files';
const secret = {
  region: 'eu-central-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCY',
};

async function startServer() {
  const server = await startS3Server(bucket, secret);
  onTestFinished(() => server.close());
  const options = {
    bucket,
    pathStyle: true,
    region: secret.region,
    endpoint: server.endpoint,
    credentials: secret,
  };
  return { server, options };
}

describeFileStore('files in S3', async () => createS3FileStore((await startServer()).options));

test('bytes go out signed, once, with their type', async () => {
  const { server, options } = await startServer();
  await createS3FileStore(options).put('attachments/1/original', Buffer.from('%PDF'), {
    type: 'application/pdf',
  });
  expect(server.objects.get('attachments/1/original')).toEqual({
    body: Buffer.from('%PDF'),
    type: 'application/pdf',
  });
  expect(server.requests).toEqual(['PUT attachments/1/original']);
});

test('a wrong secret, key, region or bucket is an error, never a missing file', async () => {
  const { server, options } = await startServer();
  const right = createS3FileStore(options);
  await right.put('a/b', Buffer.from('x'));
  const wrong = [
    { ...options, credentials: { ...secret, secretAccessKey: 'another' } },
    { ...options, credentials: { ...secret, accessKeyId: 'AKIDOTHER' } },
    { ...options, region: 'us-east-1' },
  ];
  for (const store of wrong.map(createS3FileStore)) {
    await expect(store.put('a/b', Buffer.from('changed'))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    await expect(store.read('a/b')).rejects.not.toThrow(FileMissing);
    await expect(store.exists('a/b')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(store.remove('a/b')).rejects.toThrow();
    await expect(Array.fromAsync(store.list('a'))).rejects.toThrow();
  }
  const elsewhere = createS3FileStore({ ...options, bucket: 'another' }).read('a/b');
  await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchBucket' });
  expect(server.requests.join()).toContain('SignatureDoesNotMatch');
  expect(server.requests.join()).toContain('InvalidAccessKeyId');
  expect(server.requests.join()).toContain('AuthorizationHeaderMalformed');
  expect((await readBytes(right, 'a/b')).bytes.toString()).toBe('x');
});

test('the settings of a bucket lead to it', async () => {
  const { server } = await startServer();
  const settings = {
    S3_BUCKET: bucket,
    S3_ENDPOINT: server.endpoint,
    S3_REGION: secret.region,
    S3_ACCESS_KEY_ID: secret.accessKeyId,
    S3_SECRET_ACCESS_KEY: secret.secretAccessKey,
  };
  const store = openFileStore(settings, '/nowhere');
  await store.put('a/b', Buffer.from('x'));
  expect([...server.objects.keys()]).toEqual(['a/b']);
});
