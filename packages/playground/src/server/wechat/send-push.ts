import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** The account as its page at WeChat's developer platform has it. */
export interface WechatAccount {
  readonly appId: string;
  readonly secret: string;
  /** Encrypts what is sent; empty: plain mode. */
  encodingAesKey: string;
  /** Signs what is sent; entered along with the address. */
  token: string;
  /** Where WeChat sends what happens; null until it is entered. */
  webhookUrl: string | null;
}

/** How badly WeChat delivers; for tests. */
export interface Delivery {
  /** Each push comes twice. */
  twice: boolean;
  /** So many pushes are held, and come in the reverse order. */
  holding: number;
}

/** Fields of a push, in their order; numbers are written bare, lists as elements of one name each. */
export type Push = Readonly<Record<string, string | number | PushList>>;
type PushList = ReadonlyArray<Readonly<Record<string, string | number>>>;

/** WeChat waits five seconds for an answer, and sends three times in all. */
const patience = 5_000;
const attempts = 3;
const unreachable = 3_000;

/** Asks the address whether it is ours, as WeChat does when it is entered. */
export async function confirmAddress(account: WechatAccount): Promise<boolean> {
  if (account.webhookUrl === null) return false;
  const echostr = '4375120948345356249';
  const address = signed(account, account.webhookUrl);
  address.searchParams.set('echostr', echostr);
  const response = await fetch(address).catch(() => null);
  return response?.status === 200 && (await response.text()) === echostr;
}

/**
 * Sends what happened, signed and encrypted, and again while it is not answered. Answers when all that was held back has left. Nothing is
 * sent while there is no address for it.
 */
export function createPushSender(account: WechatAccount, delivery: Delivery): (push: Push) => Promise<void> {
  const held: string[] = [];
  const deliver = async (message: string) => {
    for (let attempt = 0; attempt < attempts && account.webhookUrl !== null; attempt++) {
      const { address, body } = sealed(account, account.webhookUrl, message);
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body,
        signal: AbortSignal.timeout(patience),
      }).catch(() => null);
      // Whoever cannot be reached is asked again a little later: with an answer that never came the five seconds have passed.
      if (!response) await new Promise((resolve) => setTimeout(resolve, unreachable).unref());
      const said = await response?.text().catch(() => null);
      if (response?.status === 200 && (said === '' || said === 'success')) return;
    }
  };
  return async (push) => {
    held.push(xmlOf(push));
    if (held.length <= delivery.holding) return;
    const messages = held.splice(0).reverse();
    for (const message of delivery.twice ? messages.flatMap((it) => [it, it]) : messages)
      await deliver(message);
  };
}

function sealed(account: WechatAccount, url: string, message: string): { address: URL; body: string } {
  const address = signed(account, url);
  if (account.encodingAesKey === '') return { address, body: message };
  const encrypted = encrypt(account, message);
  const { timestamp = '', nonce = '' } = Object.fromEntries(address.searchParams);
  address.searchParams.set('encrypt_type', 'aes');
  address.searchParams.set('msg_signature', sign([account.token, timestamp, nonce, encrypted]));
  return { address, body: xmlOf({ ToUserName: 'gh_demo', Encrypt: encrypted }) };
}

function signed({ token }: WechatAccount, url: string): URL {
  const address = new URL(url);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  address.searchParams.set('signature', sign([token, timestamp, nonce]));
  address.searchParams.set('timestamp', timestamp);
  address.searchParams.set('nonce', nonce);
  return address;
}

const sign = (texts: readonly string[]): string =>
  createHash('sha1').update(texts.toSorted().join('')).digest('hex');

/** 16 random bytes, the length, the message, the AppID, filled up to 32 bytes; AES-256-CBC. */
function encrypt({ encodingAesKey, appId }: WechatAccount, message: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const content = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const whole = Buffer.concat([randomBytes(16), length, content, Buffer.from(appId)]);
  const fill = 32 - (whole.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(whole),
    cipher.update(Buffer.alloc(fill, fill)),
    cipher.final(),
  ]).toString('base64');
}

const xmlOf = (push: Push): string => `<xml>${elementsOf(push)}</xml>`;

function elementsOf(push: Push): string {
  const lines = Object.entries(push).map(([name, value]) => {
    const text =
      typeof value === 'number'
        ? value
        : typeof value === 'string'
          ? `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
          : value.map((it) => `<List>${elementsOf(it)}</List>`).join('');
    return `<${name}>${text}</${name}>`;
  });
  return lines.join('\n');
}
