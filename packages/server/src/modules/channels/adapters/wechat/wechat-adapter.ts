import type { ChannelAdapter } from '../../port.ts';
import { decodePush } from './decode-push.ts';
import { encodeMessage, maximumBytes, quickReplyLimits, type WechatPart } from './encode-message.ts';
import { fetchFile } from './fetch-file.ts';
import { personName } from './person-name.ts';
import { answerChallenge, decryptRequest, verifyRequest } from './prove-request.ts';
import { articles, publishArticle, retractArticle } from './publish-article.ts';
import { readConsents } from './read-consents.ts';
import { sceneLink } from './scene-link.ts';
import { sendNotice } from './send-notice.ts';
import { largestFile, mediaTypes, sendPart } from './send-part.ts';
import { checkAccount, renewToken } from './sign-in.ts';

/** A WeChat official account. See README.md. */
export const wechatAdapter: ChannelAdapter<WechatPart> = {
  channel: 'wechat',
  capabilities: {
    push: true,
    attachments: mediaTypes,
    // It counts bytes: pieces of other scripts than Latin are shorter.
    maximumTextLength: maximumBytes,
    maximumFileBytes: largestFile,
    quickReplies: quickReplyLimits,
    answersEach: 5,
    windowHours: 48,
    readStates: false,
    typing: false,
    publishing: articles,
  },
  headers: [],
  verify: verifyRequest,
  decrypt: decryptRequest,
  challenge: answerChallenge,
  decode: decodePush,
  consents: readConsents,
  encode: encodeMessage,
  send: sendPart,
  notify: sendNotice,
  publish: publishArticle,
  retract: retractArticle,
  fetchFile,
  nameOf: personName,
  connect: (credentials, _address, signal, ask) => checkAccount(credentials, signal, ask),
  check: checkAccount,
  renew: renewToken,
  sceneLink,
  addressByHand: true,
};
