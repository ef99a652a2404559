import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type OutboundFile, type OutboundMessage, SendError } from '../../port.ts';
import { encodeMessage } from './encode-message.ts';
import { appSecret, comment, context, graph, psid } from './facebook.testing.ts';
import { isPublicAddress, privateReplyAddress, publicAddress } from './public-address.ts';
import { sendPart } from './send-part.ts';

const sent = { body: { recipient_id: psid, message_id: 'm_AG5Hz2U' } };
const outside = {
  status: 400,
  body: {
    error: {
      message: '(#10) This message is sent outside of allowed window.',
      type: 'OAuthException',
      code: 10,
      error_subcode: 2018278,
      fbtrace_id: 'BLBz/WZt8dN',
    },
  },
};
const file: OutboundFile = {
  id: 'f1',
  name: 'steps.png',
  type: 'image/png',
  size: 4,
  read: async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
};
const part = (more: Partial<OutboundMessage> = {}) => {
  const [first] = encodeMessage({ id: 'message', text: '', ...more });
  if (!first) throw new Error('nothing to send');
  return first;
};
const inThread = { address: publicAddress('31'), threadKey: comment.comment_id };

describe('a message', () => {
  test('to whoever wrote a comment goes to them alone, and tells who they are in Messenger', async () => {
    const { ask, asked } = graph({ body: { recipient_id: psid, message_id: 'm_1' } });
    const address = privateReplyAddress(publicAddress('31'), 'a_comment') ?? '';
    expect(isPublicAddress(address)).toBe(false);
    expect(await sendPart(part({ text: 'Hello' }), { ...context(ask), address })).toEqual({
      externalId: 'm_1',
      address: psid,
    });
    expect(JSON.parse(asked[0]?.text ?? '')).toMatchObject({ recipient: { comment_id: 'a_comment' } });
    expect(privateReplyAddress(psid, 'a_comment')).toBeNull();
  });

  test('goes out as an answer, with the token in a header and its proof in the address', async () => {
    const { ask, asked } = graph(sent);
    const text = part({ text: 'Hello', quickReplies: ['Yes', 'No'] });
    expect(await sendPart(text, context(ask))).toEqual({ externalId: 'm_AG5Hz2U' });
    const [call] = asked;
    expect(call?.url.origin + (call?.url.pathname ?? '')).toBe(
      'https://graph.facebook.com/v25.0/me/messages',
    );
    expect(call?.headers.authorization).toBe('Bearer EAAG-page-token');
    expect([...(call?.url.searchParams ?? [])]).toEqual([
      ['appsecret_proof', createHmac('sha256', appSecret).update('EAAG-page-token').digest('hex')],
    ]);
    expect(JSON.parse(call?.text ?? '')).toEqual({
      recipient: { id: psid },
      messaging_type: 'RESPONSE',
      message: {
        text: 'Hello',
        quick_replies: [
          { content_type: 'text', title: 'Yes', payload: 'Yes' },
          { content_type: 'text', title: 'No', payload: 'No' },
        ],
      },
    });
  });

  test('of a person goes with the tag for people once the window has closed', async () => {
    const { ask, asked } = graph(outside, sent);
    await sendPart(part({ text: 'Hello', byPerson: true }), context(ask));
    expect(asked.map(({ text }) => JSON.parse(text))).toMatchObject([
      { messaging_type: 'RESPONSE' },
      { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' },
    ]);
  });

  test('of a person fails for good after the seven days', async () => {
    const { ask, asked } = graph(outside);
    const error = await sendPart(part({ text: 'Hello', byPerson: true }), context(ask)).catch((it) => it);
    expect(error).toMatchObject({ permanent: true, message: outside.body.error.message });
    expect(asked).toHaveLength(2);
  });

  test('of a machine does not pretend to be of a person', async () => {
    const { ask, asked } = graph(outside, sent);
    await expect(sendPart(part({ text: 'Hello' }), context(ask))).rejects.toMatchObject({ permanent: true });
    expect(asked).toHaveLength(1);
  });

  test('with a file uploads it first', async () => {
    const { ask, asked } = graph({ body: { attachment_id: '687799999980546' } }, sent);
    await sendPart(part({ files: [file] }), context(ask));
    const [upload, message] = asked;
    expect(upload?.url.pathname).toBe('/v25.0/me/message_attachments');
    expect(upload?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(upload?.text).toContain('name="filedata"; filename="steps.png"\r\nContent-Type: image/png');
    expect(upload?.text).toContain('\x89PNG');
    expect(JSON.parse(message?.text ?? '').message).toEqual({
      attachment: { type: 'image', payload: { attachment_id: '687799999980546' } },
    });
  });

  test.each([
    ['video/mp4', 'video'],
    ['audio/mpeg', 'audio'],
    ['application/pdf', 'file'],
  ])('sends %s as %s', async (type, kind) => {
    const { ask, asked } = graph({ body: { attachment_id: '1' } }, sent);
    await sendPart(part({ files: [{ ...file, type }] }), context(ask));
    expect(JSON.parse(asked[1]?.text ?? '').message.attachment.type).toBe(kind);
  });

  test('that was taken without a name is not sent again', async () => {
    const { ask } = graph({ body: { recipient_id: psid } });
    await expect(sendPart(part({ text: 'x' }), context(ask))).rejects.toMatchObject({ permanent: true });
  });

  test('cannot be sent where nothing may be asked', async () => {
    const { ask } = graph(sent);
    const { ask: _, ...without } = context(ask);
    await expect(sendPart(part({ text: 'x' }), without)).rejects.toBeInstanceOf(SendError);
  });
});

describe('an answer to a comment', () => {
  test('stands under it, with choices as numbered lines', async () => {
    const { ask, asked } = graph({ body: { id: '17_9' } });
    const text = part({ text: 'Please write to us', quickReplies: ['Deposit', 'Withdrawal'] });
    expect(await sendPart(text, context(ask, inThread))).toEqual({ externalId: '17_9' });
    expect(asked[0]?.url.pathname).toBe(`/v25.0/${comment.comment_id}/comments`);
    expect(JSON.parse(asked[0]?.text ?? '')).toEqual({
      message: 'Please write to us\n\n1. Deposit\n2. Withdrawal',
    });
  });

  test('may be a picture', async () => {
    const { ask, asked } = graph({ body: { id: '55' } }, { body: { id: '17_9' } });
    await sendPart(part({ files: [file] }), context(ask, inThread));
    expect(asked[0]?.url.pathname).toBe('/v25.0/me/photos');
    expect(asked[0]?.text).toContain('name="published"\r\n\r\nfalse');
    expect(JSON.parse(asked[1]?.text ?? '')).toEqual({ attachment_id: '55' });
  });

  test('can be no other file', async () => {
    const { ask, asked } = graph({ body: { id: '55' } });
    const pdf = part({ files: [{ ...file, type: 'application/pdf' }] });
    await expect(sendPart(pdf, context(ask, inThread))).rejects.toMatchObject({ permanent: true });
    expect(asked).toEqual([]);
  });

  test('cannot climb out of its path', async () => {
    const { ask, asked } = graph({ body: { id: '1' } });
    await sendPart(part({ text: 'x' }), context(ask, { ...inThread, threadKey: '../me/messages?x=' }));
    expect(asked[0]?.url.pathname).toBe('/v25.0/..%2Fme%2Fmessages%3Fx%3D/comments');
  });
});

describe('encoding', () => {
  test('puts buttons with the last part only', () => {
    const parts = encodeMessage({ id: 'm', text: 'a'.repeat(2500), quickReplies: ['Yes'], files: [file] });
    expect(parts.map((it) => [it.text.length, it.file?.id ?? null, it.quickReplies])).toEqual([
      [2000, null, []],
      [500, null, []],
      [0, 'f1', ['Yes']],
    ]);
  });

  test.each([
    ['more than thirteen', Array.from({ length: 14 }, (_, index) => `choice ${index}`)],
    ['one that is too long', ['A choice of twenty-one']],
  ])('writes %s as numbered text', (_, quickReplies) => {
    const parts = encodeMessage({ id: 'm', text: 'Choose:', quickReplies });
    expect(parts).toHaveLength(1);
    expect(parts[0]?.quickReplies).toEqual([]);
    expect(parts[0]?.text).toContain(`Choose:\n\n1. ${quickReplies[0]}`);
  });
});
