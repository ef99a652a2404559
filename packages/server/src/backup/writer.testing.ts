import { randomBytes } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { expect, onTestFinished } from 'vitest';
import type { TestCustomer } from '../testing/world.ts';

const { chat, files } = endpoints;

/** A customer who writes one message after the other, every fifth with a file, until told to end. */
export interface Writer {
  readonly customer: TestCustomer;
  readonly conversationId: string;
  /** What was acknowledged, in order, each with the bytes of its file. */
  readonly sent: ReadonlyArray<{ text: string; file: Buffer | null }>;
  /** Settles once so many more are acknowledged. */
  more(count: number): Promise<void>;
  end(): Promise<void>;
}

export async function beginWriting(customer: TestCustomer, url: string): Promise<Writer> {
  const sent: Array<{ text: string; file: Buffer | null }> = [{ text: 'first', file: null }];
  const start = { ...newText('first'), topic: null, locale: 'en' as const };
  const conversationId = (await customer.call(chat.start, { body: start })).conversation.id;
  const end = new AbortController();
  const work = (async () => {
    while (!end.signal.aborted) {
      const text = `message ${sent.length}`;
      const file = sent.length % 5 === 0 ? makeFile() : null;
      const body = newText(text, file ? [await upload(customer, url, file)] : []);
      await customer.call(chat.post, { params: { id: conversationId }, body });
      sent.push({ text, file });
    }
  })();
  // A test that fails stops the server below us; its own failure is the one to tell.
  onTestFinished(() => end.abort());
  work.catch(() => {});
  return {
    customer,
    conversationId,
    sent,
    async more(count) {
      const goal = sent.length + count;
      await expect.poll(() => sent.length, { interval: 10, timeout: 15_000 }).toBeGreaterThanOrEqual(goal);
    },
    end() {
      end.abort();
      return work;
    },
  };
}

const newText = (text: string, attachmentIds: string[] = []) => ({
  key: randomBytes(12).toString('hex'),
  text,
  attachmentIds,
});

const makeFile = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000)]);

async function upload(customer: TestCustomer, url: string, file: Buffer): Promise<string> {
  const { id } = await customer.call(files.beginUpload, { body: { name: 'proof.pdf', size: file.length } });
  const answer = await fetch(`${url}/api/uploads/${id}/chunks/0`, {
    method: 'PUT',
    headers: { ...customer.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file),
  });
  expect(answer.status).toBe(200);
  return id;
}
