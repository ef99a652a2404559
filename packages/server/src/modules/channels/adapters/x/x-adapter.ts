import type { ChannelAdapter, Publishing } from '../../port.ts';
import { checkAccount, connectAccount } from './connect-account.ts';
import { decodeWebhook } from './decode-webhook.ts';
import { encodeMessage, maximumPostLength, maximumTextLength, type XPart } from './encode-message.ts';
import { fetchFile } from './fetch-file.ts';
import { hideReply } from './hide-reply.ts';
import { pollAccount } from './poll-account.ts';
import { answerChallenge, verifySignature } from './prove-request.ts';
import { isPublicAddress, privateAddress } from './public-address.ts';
import { publishPost, retractPost } from './publish-post.ts';
import { sendPart } from './send-part.ts';
import { renewTokens, signInPage, tokensFor } from './sign-in-page.ts';
import { threadOf } from './thread-of.ts';

/** Posts for everybody: what does not fit gives way to the link. */
const publishing: Publishing = {
  maximumTextLength: maximumPostLength,
  weighted: true,
  pictures: true,
  canRevise: false,
  canRetract: true,
};

/** An account on X: direct messages, and posts that mention or answer it. See README.md. */
export const xAdapter: ChannelAdapter<XPart> = {
  channel: 'x',
  capabilities: {
    push: true,
    attachments: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'video/mp4', 'video/quicktime'],
    maximumTextLength,
    publicText: { maximum: maximumPostLength, weighted: true },
    publishing,
    readStates: false,
    typing: false,
  },
  headers: [],
  verify: verifySignature,
  challenge: answerChallenge,
  decode: decodeWebhook,
  encode: encodeMessage,
  send: sendPart,
  fetchFile,
  connect: connectAccount,
  asksWhileConnecting: true,
  check: checkAccount,
  signIn: { begin: signInPage, finish: tokensFor },
  renew: renewTokens,
  poll: pollAccount,
  polls: ({ receive }) => receive === 'polling',
  isPublic: isPublicAddress,
  privateAddress,
  hide: hideReply,
  privateLink: ({ id }) =>
    id === undefined ? null : `https://x.com/messages/compose?recipient_id=${encodeURIComponent(id)}`,
  threadOf,
  publish: publishPost,
  retract: retractPost,
};
