import { endpoints } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { openMailbox } from '../../testing/mailbox.ts';
import { createTestServer } from '../../testing/test-server.ts';

const { chat, conversations, files } = endpoints;

test('an answer follows a customer who left their address and the page, once, in their language', async () => {
  const mailbox = await openMailbox();
  // The letters are a worker's, and it comes only once everybody has written and read: before, none can go too early.
  const server = await createTestServer({ SMTP_URL: mailbox.url, ROLE: 'web' });
  // The queue's own clock runs beside ours: three minutes after ten minutes ago is due now.
  server.clock.advance({ minutes: -10 });
  const team = await server.world.team();
  const inbox = await server.world.inbox({ team });
  const mei = await server.world.agent({ name: 'Mei', teams: [team] });
  const begin = async () => {
    const customer = await server.world.customer(inbox.key, { locale: 'vi' });
    const { conversation } = await customer.call(chat.start, {
      body: { key: 'start-start', text: 'Tiền của tôi đâu?', attachmentIds: [], topic: null, locale: 'vi' },
    });
    return { customer, id: conversation.id };
  };
  const answer = (id: string, text: string) =>
    mei.call(conversations.post, {
      params: { id },
      body: { key: `answer-${text}`, kind: 'text', text, attachmentIds: [], seenSeq: 99 },
    });

  const silent = await begin();
  const reader = await begin();
  await reader.customer.call(chat.leaveAddress, { body: { email: 'reader@example.com' } });
  const left = await begin();
  await left.customer.call(chat.leaveAddress, { body: { email: 'left@example.com' } });

  await answer(silent.id, 'Nobody’s address');
  await answer(reader.id, 'Read in the chat');
  await reader.customer.call(chat.read, {
    params: { id: reader.id },
    body: { deliveredSeq: 99, readSeq: 99 },
  });
  await answer(left.id, 'Tiền đã về tài khoản');
  await answer(left.id, 'Chúc bạn một ngày tốt lành');
  const worker = await createTestServer({ SMTP_URL: mailbox.url, ROLE: 'worker' }, server);
  await worker.settle();

  const letter = await mailbox.next();
  expect(letter.to).toBe('left@example.com');
  expect(letter.text).toContain('> Tiền đã về tài khoản');
  expect(letter.text).toContain('> Chúc bạn một ngày tốt lành');
  expect(letter.text).toContain('Mei');

  // A later answer brings only what is new.
  await answer(left.id, 'Còn một việc nữa');
  await worker.settle();
  const next = await mailbox.next();
  expect(next.text).toContain('> Còn một việc nữa');
  expect(next.text).not.toContain('> Tiền đã về tài khoản');

  // An answer without words says what was sent.
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  const { id } = await mei.call(files.beginUpload, { body: { name: 'biên lai.pdf', size: pdf.length } });
  await fetch(`${server.url}/api/uploads/${id}/chunks/0`, {
    method: 'PUT',
    headers: { ...mei.headers, 'content-type': 'application/octet-stream' },
    body: pdf,
  });
  const { attachment } = await mei.call(files.readUpload, { params: { id } });
  await mei.call(conversations.post, {
    params: { id: left.id },
    body: { key: 'only-a-file', kind: 'text', text: '', attachmentIds: [attachment?.id ?? ''], seenSeq: 99 },
  });
  await worker.settle();
  expect((await mailbox.next()).text).toContain('> Tài liệu PDF: biên lai.pdf');
  expect(new Set(mailbox.letters.map((it) => it.to))).toEqual(new Set(['left@example.com']));
}, 30_000);
