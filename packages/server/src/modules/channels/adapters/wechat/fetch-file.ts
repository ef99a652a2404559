import { z } from 'zod';
import {
  type Answer,
  AskRefused,
  type FetchContext,
  type FetchedFile,
  type InboundAttachment,
  SendError,
} from '../../port.ts';
import { apiOf, askWechat, isText, readJson } from './api-call.ts';

const led = z.object({ video_url: z.string() });
/** Where WeChat keeps videos. */
const hosts = ['weixin.qq.com', 'qpic.cn', 'video.qq.com'];

/**
 * Fetches a file by its media id. Videos lie elsewhere: WeChat says where, and only its own hosts (or the one that stands in for them, by
 * `wechatUrl`) are asked. Throws SendError: permanent for what has ended or is too large.
 */
export async function fetchFile(
  { externalId, name, type }: InboundAttachment,
  context: FetchContext,
): Promise<FetchedFile> {
  const { maximumBytes } = context;
  const call = { path: 'media/get', query: { media_id: externalId }, maximumBytes };
  const answer = await askWechat(context, call);
  const elsewhere = led.safeParse(isText(answer) ? readJson(answer.body) : null);
  const { body, headers } = elsewhere.success ? await fetchFrom(elsewhere.data.video_url, context) : answer;
  return { bytes: body, name: nameIn(headers['content-disposition']) ?? name, type: typeOf(headers) ?? type };
}

async function fetchFrom(address: string, context: FetchContext): Promise<Answer> {
  const { ask, signal, maximumBytes, credentials } = context;
  const url = videoAddress(address, credentials);
  if (!url) throw new SendError('the file lies on a host that is not WeChat', { permanent: true });
  try {
    const answer = await ask(url, { signal, maximumBytes });
    if (answer.status === 200) return answer;
    const reason = `HTTP ${answer.status}`;
    throw answer.status >= 500
      ? new SendError(reason, { permanent: false, retryAfter: null })
      : new SendError(reason, { permanent: true });
  } catch (error) {
    if (error instanceof AskRefused) throw new SendError(error.message, { permanent: true });
    throw error;
  }
}

/** The address to fetch a video from, encrypted on the way also where WeChat still names the one that is not; null for other hosts. */
export function videoAddress(address: string, credentials: FetchContext['credentials']): string | null {
  const url = URL.parse(address);
  if (!url || url.username !== '' || url.password !== '') return null;
  if (credentials.wechatUrl && url.origin === URL.parse(apiOf(credentials))?.origin) return url.href;
  if (url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  const isOurs = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isOurs && url.protocol === 'https:' && url.port === '' ? url.href : null;
}

const nameIn = (header: string | undefined): string | null =>
  /filename="?([^";]+)"?/.exec(header ?? '')?.[1]?.trim() || null;

const typeOf = (headers: Answer['headers']): string | null =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() || null;
