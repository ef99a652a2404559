import type { ChannelAdapter } from '../../port.ts';
import { checkPage, connectPage } from './connect-page.ts';
import { decodeWebhook } from './decode-webhook.ts';
import { encodeMessage, type FacebookPart, maximumTextLength, quickReplyLimits } from './encode-message.ts';
import { fetchFile } from './fetch-file.ts';
import { hideComment } from './hide-comment.ts';
import { personName } from './person-name.ts';
import { answerChallenge, verifySignature } from './prove-request.ts';
import { isPublicAddress, privateReplyAddress } from './public-address.ts';
import { longestPost, publishPost, retractPost, revisePost } from './publish-post.ts';
import { sendPart } from './send-part.ts';

const megabyte = 1024 * 1024;

/** A Facebook page: Messenger, and the comments under its posts. See README.md. */
export const facebookAdapter: ChannelAdapter<FacebookPart> = {
  channel: 'facebook',
  capabilities: {
    push: true,
    attachments: [
      'image/png',
      'image/jpeg',
      'image/webp',
      'image/gif',
      'application/pdf',
      'video/mp4',
      'video/webm',
      'video/quicktime',
    ],
    maximumTextLength,
    maximumFileBytes: 25 * megabyte,
    privateReplyDays: 7,
    quickReplies: quickReplyLimits,
    windowHours: 24,
    lateHours: 7 * 24,
    readStates: false,
    typing: false,
    publishing: { maximumTextLength: longestPost, pictures: true, canRevise: true, canRetract: true },
  },
  headers: [],
  verify: verifySignature,
  challenge: answerChallenge,
  decode: decodeWebhook,
  encode: encodeMessage,
  send: sendPart,
  publish: publishPost,
  revise: revisePost,
  retract: retractPost,
  fetchFile,
  connect: (credentials, _address, signal, ask) => connectPage(credentials, signal, ask),
  check: checkPage,
  isPublic: isPublicAddress,
  privateAddress: privateReplyAddress,
  hide: hideComment,
  privateLink: ({ handle }) => (handle === null ? null : `https://m.me/${encodeURIComponent(handle)}`),
  addressByHand: true,
  nameOf: personName,
};
