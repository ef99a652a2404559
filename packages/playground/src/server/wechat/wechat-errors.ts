/** What WeChat's API refuses with: https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html */
const refusals = {
  busy: [-1, 'system error'],
  credential: [40001, 'invalid credential, access_token is invalid or not latest'],
  openid: [40003, 'invalid openid'],
  media_type: [40004, 'invalid media type'],
  media: [40007, 'invalid media_id'],
  message_type: [40008, 'invalid message type'],
  app_id: [40013, 'invalid appid'],
  secret: [40125, 'invalid appsecret'],
  account_type: [40200, 'invalid account type'],
  ended: [42001, 'access_token expired'],
  not_following: [43004, 'require subscribe'],
  too_long: [45002, 'content size out of limit'],
  daily: [45009, 'reach max api daily quota limit'],
  minute: [45011, 'api minute-quota reach limit must slower retry next minute'],
  window: [45015, 'response out of time limit or subscription is canceled'],
  too_many: [45047, 'out of response count limit'],
  unauthorized: [48001, 'api unauthorized'],
  title: [45003, 'title size out of limit'],
  template: [40037, 'invalid template_id'],
  argument: [47003, 'argument invalid!'],
  scene: [40053, 'invalid action info'],
  not_agreed: [43101, 'user refuse to accept the msg'],
  article: [53600, 'invalid article id'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalName = keyof typeof refusals;

/** A refusal as WeChat words it. */
export function refusal(name: RefusalName): { errcode: number; errmsg: string } {
  const [errcode, errmsg] = refusals[name];
  return { errcode, errmsg: `${errmsg} rid: 6604ca78-1fb82aff-0b59c40e` };
}
