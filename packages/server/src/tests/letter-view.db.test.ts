import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints } from '@fairlead/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskAddress, type LetterDesk, openLetterDesk } from './letter-desk.testing.ts';

const { conversations } = endpoints;
const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
const asked: string[] = [];
const pictures = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end(request.url?.startsWith('/track') ? gif : 'no picture at all');
});
let desk: LetterDesk;
let place: { id: string; messageId: string };

beforeAll(async () => {
  pictures.listen(0, '127.0.0.1');
  await once(pictures, 'listening');
  const base = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}`;
  desk = await openLetterDesk({ LETTER_PICTURES_FROM: '127.0.0.0/8' });
  await desk.write({
    from: 'shown@example.com',
    subject: 'Look at this',
    html: `<p>See the picture</p><img src="${base}/track?to=you&amp;at=1"><img src="${base}/track?to=you&amp;at=1"><img src="${base}/page"><img src="http://10.0.0.1/inside">`,
    text: 'See the picture',
    headers: { 'X-Trace': 'as it came' },
  });
  const { conversation, messages } = await desk.threadOf('See the picture');
  place = { id: conversation.id, messageId: messages.find((it) => it.kind === 'text')?.id ?? '' };
});
afterAll(() => pictures.close());

describe('pictures that a letter shows from elsewhere', () => {
  const load = (index: number) => ({ params: { ...place, index } });

  test('are not asked for until an agent asks; then one at a time, by their place', async () => {
    const { remotePictures } = await desk.agent.call(conversations.readLetter, { params: place });
    expect(remotePictures).toHaveLength(3);
    expect(asked).toEqual([]);
    const loaded = await desk.agent.call(conversations.loadLetterPicture, load(0));
    expect(loaded).toEqual({ type: 'image/gif', base64: gif.toString('base64') });
    expect(asked).toEqual(['/track?to=you&at=1']);
  });

  test.each([
    ['no picture', 1],
    ['inside another network', 2],
    ['not in the letter', 3],
  ])('stay out when they are %s', async (_, index) => {
    expect(await desk.agent.refused(conversations.loadLetterPicture, load(index))).toBe(
      'conversation.picture_unavailable',
    );
  });

  test('are nothing to those who may not see the conversation', async () => {
    const other = await desk.server.world.agent({ teams: [await desk.server.world.team()] });
    expect(await other.refused(conversations.loadLetterPicture, load(0))).toBe('conversation.not_found');
  });
});

describe('what a letter is beside its words', () => {
  async function read(subject: string, raw: string) {
    await desk.write({
      envelope: { from: 'parts@example.com', to: deskAddress },
      raw: `From: parts@example.com\r\nTo: ${deskAddress}\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n${raw}`,
    });
    const { conversation, messages } = await desk.threadOf(subject);
    const messageId = messages.find((it) => it.text === subject)?.id ?? '';
    return desk.agent.call(conversations.readLetter, { params: { id: conversation.id, messageId } });
  }

  test('an invitation is shown as one', async () => {
    const lines = [
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'SUMMARY:Call about my account',
      'DTSTART:20261201T103000Z',
      'ORGANIZER:mailto:desk@example.com',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:desk@example.com',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const raw = `Content-Type: text/calendar; method=REQUEST\r\n\r\n${lines.join('\r\n')}\r\n`;
    expect(await read('Shall we speak?', raw)).toMatchObject({
      invitation: {
        method: 'REQUEST',
        summary: 'Call about my account',
        start: '2026-12-01T10:30:00Z',
        organizer: 'desk@example.com',
        attendeeStatus: 'NEEDS-ACTION',
      },
      protection: { signed: null, encrypted: null },
    });
  });

  test('one that is encrypted says so, with how', async () => {
    const raw =
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIBAgMEBQ==\r\n';
    expect(await read('For your eyes only', raw)).toMatchObject({
      invitation: null,
      protection: { signed: null, encrypted: 'smime' },
    });
  });

  test('one from before this was kept is shown as ever', async () => {
    await desk.server.platform.database.raw(
      `update letters set body = body - 'protection' - 'invitation' where message_id = $1`,
      [place.messageId],
    );
    expect(await desk.agent.call(conversations.readLetter, { params: place })).toMatchObject({
      invitation: null,
      protection: { signed: null, encrypted: null },
    });
  });
});

describe('a letter as it came', () => {
  const open = { params: () => place, body: { reason: 'check_sender' as const } };
  const opening = () => ({ params: open.params(), body: open.body });
  const fetched = (url: string) => fetch(desk.server.url + url);

  test('is had whole for a stated reason, which is kept, until its address ends', async () => {
    const { url, size } = await desk.agent.call(conversations.openLetterSource, opening());
    const response = await fetched(url);
    const source = await response.text();
    expect(source).toContain('X-Trace: as it came');
    expect(source).toHaveLength(size);
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="Look at this\.eml"/);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const { rows } = await desk.server.platform.database.raw(
      `select payload from events where type = 'letter.opened'`,
    );
    expect(rows).toMatchObject([{ payload: { messageId: place.messageId, reason: 'check_sender' } }]);
    expect((await fetched(url.replace(/s=(.)/, (_, it) => `s=${it === '_' ? '-' : '_'}`))).status).toBe(403);
    desk.server.clock.advance({ minutes: 6 });
    expect((await fetched(url)).status).toBe(403);
  });

  test('is for those only who may open what is sensitive, and see the conversation', async () => {
    const auditor = await desk.server.world.agent({ roles: ['auditor'] });
    expect(await auditor.refused(conversations.openLetterSource, opening())).toBe('access.forbidden');
    const other = await desk.server.world.agent({
      roles: ['document_reviewer'],
      teams: [await desk.server.world.team()],
    });
    expect(await other.refused(conversations.openLetterSource, opening())).toBe('conversation.not_found');
  });
});
