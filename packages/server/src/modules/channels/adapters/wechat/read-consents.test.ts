import { expect, test } from 'vitest';
import { readConsents } from './read-consents.ts';
import { message, openid, plain } from './wechat.testing.ts';

/** An event as WeChat's documents write it, with what is said of each template. */
function event(
  name: string,
  around: string,
  entries: ReadonlyArray<Record<string, string | number>>,
): string {
  const list = entries
    .map((entry) => {
      const fields = Object.entries(entry).map(([key, value]) =>
        typeof value === 'number' ? `<${key}>${value}</${key}>` : `<${key}><![CDATA[${value}]]></${key}>`,
      );
      return `<List>\n${fields.join('\n')}\n</List>`;
    })
    .join('\n');
  const plainEvent = message('event', { Event: name }, null);
  return plainEvent.replace('</xml>', `<${around}>\n${list}\n</${around}></xml>`);
}
const said = (xml: string) =>
  readConsents(plain(xml)).map(({ templateId, agreed, source }) => [templateId, agreed, source]);

test('what is said in a window is read, template by template, with who and when', () => {
  const xml = event('subscribe_msg_popup_event', 'SubscribeMsgPopupEvent', [
    { TemplateId: 'VRR0', SubscribeStatusString: 'accept', PopupScene: 2 },
    { TemplateId: '9nLI', SubscribeStatusString: 'reject', PopupScene: 2 },
    { TemplateId: 'page', SubscribeStatusString: 'accept', PopupScene: 1 },
    { TemplateId: 'new', SubscribeStatusString: 'perhaps', PopupScene: 1 },
  ]);
  expect(said(xml)).toEqual([
    ['VRR0', true, 'article'],
    ['9nLI', false, 'article'],
    ['page', true, 'page'],
  ]);
  expect(readConsents(plain(xml))[0]).toMatchObject({ address: openid, at: new Date(1409735668_000) });
});

test.each(['SubscribeMsgPopupEvent', 'SubscribeMsgChangeEvent'])(
  'a withdrawal is read below %s',
  (around) => {
    const xml = event('subscribe_msg_change_event', around, [
      { TemplateId: 'VRR0', SubscribeStatusString: 'reject' },
    ]);
    expect(said(xml)).toEqual([['VRR0', false, 'settings']]);
  },
);

test('what became of a notice tells only of those who have withdrawn', () => {
  const xml = event('subscribe_msg_sent_event', 'SubscribeMsgSentEvent', [
    { TemplateId: 'a', MsgID: '1700827132819554304', ErrorCode: 0, ErrorStatus: 'success' },
    { TemplateId: 'b', MsgID: '1700827132819554305', ErrorCode: 43101, ErrorStatus: 'user refuse' },
    { TemplateId: 'c', MsgID: '1700827132819554306', ErrorCode: 1, ErrorStatus: 'system error' },
  ]);
  expect(said(xml)).toEqual([['b', false, 'platform']]);
});

test('everything else says nothing of it', () => {
  expect(said(message('text', { Content: 'subscribe_msg_popup_event' }))).toEqual([]);
  expect(said(message('event', { Event: 'CLICK', EventKey: 'x' }, null))).toEqual([]);
});
