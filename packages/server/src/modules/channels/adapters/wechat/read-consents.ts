import type { ConsentSource } from '@fairlead/contract';
import { type Consent, fail, type StoredRequest } from '../../port.ts';
import { readXml } from './read-xml.ts';

type Entry = ReadonlyMap<string, string>;

/** A refusal of a notice, as the report of it names it: they have withdrawn. */
const notAgreed = '43101';

/**
 * What a follower said to being sent notices (https://developers.weixin.qq.com/doc/service/guide/product/subscription_messages/push.html): in a window on a page or
 * in an article, or in the list of what they are sent; and what became of a notice, where that says that they have withdrawn. Entries
 * stand in `List`s below an element whose name WeChat's documents give in two ways.
 */
export function readConsents({ body }: StoredRequest): Consent[] {
  const lists: Entry[] = [];
  let entry = new Map<string, string>();
  const fields = readXml(body, ([, , list, field], value) => {
    if (list !== 'List') return;
    if (field !== undefined) entry.set(field, value.trim());
    else {
      lists.push(entry);
      entry = new Map();
    }
  });
  const read = readers[fields.get('Event') ?? ''];
  if (fields.get('MsgType') !== 'event' || !read) return [];
  const address = fields.get('FromUserName')?.trim();
  const time = fields.get('CreateTime')?.trim() ?? '';
  if (!address) throw fail('request.invalid', { field: 'FromUserName' });
  if (!/^\d{1,12}$/.test(time)) throw fail('request.invalid', { field: 'CreateTime' });
  const at = new Date(Number(time) * 1000);
  return lists.flatMap((it) => {
    const templateId = it.get('TemplateId');
    const said = read(it);
    return templateId && said ? [{ address, templateId, at, ...said }] : [];
  });
}

type Said = Pick<Consent, 'agreed' | 'source'> | null;

const readers: Readonly<Record<string, (entry: Entry) => Said>> = {
  subscribe_msg_popup_event: (entry) => answered(entry, entry.get('PopupScene') === '2' ? 'article' : 'page'),
  subscribe_msg_change_event: (entry) => answered(entry, 'settings'),
  subscribe_msg_sent_event: (entry) =>
    entry.get('ErrorCode') === notAgreed ? { agreed: false, source: 'platform' } : null,
};

function answered(entry: Entry, source: ConsentSource): Said {
  const status = entry.get('SubscribeStatusString');
  if (status === 'accept') return { agreed: true, source };
  return status === 'reject' ? { agreed: false, source } : null;
}
