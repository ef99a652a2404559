import { bindingCodeIn } from '@fairlead/contract';
import { fail, type InboundAttachment, type InboundMessage, type StoredRequest } from '../../port.ts';
import { readXml } from './read-xml.ts';

type Fields = ReadonlyMap<string, string>;

/**
 * What a person wrote to the account, if the push is that: https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_standard_messages.html.
 * A tap on a menu of ours comes as the text of the choice. Of events only a click on the account's own menu says something: its key, which
 * administrators write as what the customer would. A scanned code may
 * bring the code along that ties a chat to an account. Whoever else follows, leaves or scans has said nothing yet.
 */
export function decodePush({ body }: StoredRequest): InboundMessage[] {
  const fields = readXml(body);
  const kind = required(fields, 'MsgType');
  const address = required(fields, 'FromUserName');
  const time = required(fields, 'CreateTime');
  if (!/^\d{1,12}$/.test(time)) throw fail('request.invalid', { field: 'CreateTime' });
  const known = {
    sender: { address, name: null },
    threadKey: null,
    writtenAt: new Date(Number(time) * 1000),
  };
  if (kind === 'event') {
    const event = fields.get('Event') ?? '';
    const text = saidBy(event, (fields.get('EventKey') ?? '').trim());
    // Events have no id: WeChat's documentation names them by who, when and which.
    const externalId = `${event.toLowerCase()}:${address}:${time}:${text}`;
    return text === '' ? [] : [{ ...known, externalId, text, attachments: [] }];
  }
  const externalId = required(fields, 'MsgId');
  const attachments = filesOf(kind, fields);
  const text = textOf(kind, fields);
  return text === '' && attachments.length === 0 ? [] : [{ ...known, externalId, text, attachments }];
}

/** What an event says; empty for most. Who scans a code as a stranger follows by that, and its scene has a mark before it. */
function saidBy(event: string, key: string): string {
  if (event === 'CLICK') return key;
  if (event !== 'SCAN' && event !== 'subscribe') return '';
  return bindingCodeIn(key.replace(/^qrscene_/, '')) ?? '';
}

function textOf(kind: string, fields: Fields): string {
  const field = (name: string) => (fields.get(name) ?? '').trim();
  switch (kind) {
    case 'text':
      return fields.get('Content') ?? '';
    case 'voice':
      // What WeChat understood of it, where the account has that switched on.
      return field('Recognition');
    case 'location': {
      const place = [field('Location_X'), field('Location_Y')].filter(Boolean).join(', ');
      return place === '' ? '' : `📍 ${field('Label') === '' ? place : `${field('Label')} (${place})`}`;
    }
    case 'link':
      return [field('Title'), field('Description'), field('Url')].filter(Boolean).join('\n');
    default:
      return '';
  }
}

const types: Readonly<Record<string, string>> = {
  image: 'image/*',
  video: 'video/mp4',
  shortvideo: 'video/mp4',
};

/** A file by its media id, which WeChat keeps for three days. */
function filesOf(kind: string, fields: Fields): InboundAttachment[] {
  const type =
    kind === 'voice' ? `audio/${(fields.get('Format') || 'amr').toLowerCase()}` : (types[kind] ?? null);
  if (type === null) return [];
  return [{ externalId: required(fields, 'MediaId'), name: null, type }];
}

function required(fields: Fields, field: string): string {
  const value = fields.get(field)?.trim();
  if (!value) throw fail('request.invalid', { field });
  return value;
}
