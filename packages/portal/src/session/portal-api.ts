import type {
  alertEndpoints,
  announcementEndpoints,
  announcementSubscriptionEndpoints,
  BodyOf,
  bindingEndpoints,
  FlowId,
  FlowRun,
  flowEndpoints,
  freezeEndpoints,
  Locale,
  portalFormEndpoints,
  privateLinkEndpoints,
  QueryOf,
  ResponseOf,
  recoveryEndpoints,
} from '@fairlead/contract';
import type { portalEndpoints } from '@fairlead/contract/portal';
import type { Category } from '@fairlead/contract/ticket-categories';
import type { Api } from '@fairlead/widget/session/api';

type Portal = typeof portalEndpoints;
type Forms = typeof portalFormEndpoints;
type Answer<K extends keyof Portal> = ResponseOf<Portal[K]>;
type Alerts = typeof alertEndpoints;
type Announcements = typeof announcementEndpoints;
type Subscriptions = typeof announcementSubscriptionEndpoints;
type Freezes = typeof freezeEndpoints;
type Recoveries = typeof recoveryEndpoints;
type Body<K extends keyof Portal> = BodyOf<Portal[K]>;

/** The portal's endpoints. Each throws a Refusal for every answer that is not a success. */
export interface PortalApi {
  config: () => Promise<Answer<'config'>>;
  requestCode: (body: Body<'requestCode'>) => Promise<Answer<'requestCode'>>;
  signIn: (body: Body<'signIn'>) => Promise<Answer<'signIn'>>;
  list: (query: QueryOf<Portal['list']>) => Promise<Answer<'list'>>;
  get: (id: string) => Promise<Answer<'get'>>;
  promise: (id: string) => Promise<Answer<'promise'>>;
  form: (category: Category, locale: Locale) => Promise<ResponseOf<Forms['form']>>;
  open: (body: Body<'open'>) => Promise<Answer<'open'>>;
  write: (id: string, body: Body<'write'>) => Promise<Answer<'write'>>;
  solve: (id: string) => Promise<Answer<'solve'>>;
  rate: (id: string, body: Body<'rate'>) => Promise<Answer<'rate'>>;
  reopen: (id: string, body: Body<'reopen'>) => Promise<Answer<'reopen'>>;
  runFlow: (flow: FlowId, body: BodyOf<(typeof flowEndpoints)['run']>) => Promise<FlowRun>;
  sendFreezeCode: () => Promise<ResponseOf<Freezes['sendCode']>>;
  freeze: (body: BodyOf<Freezes['own']>) => Promise<ResponseOf<Freezes['own']>>;
  recovery: (ticketId: string) => Promise<ResponseOf<Recoveries['own']>>;
  beginRecovery: (
    ticketId: string,
    body: BodyOf<Recoveries['begin']>,
  ) => Promise<ResponseOf<Recoveries['begin']>>;
  sendRecoveryCode: (
    ticketId: string,
    body: BodyOf<Recoveries['sendCode']>,
  ) => Promise<ResponseOf<Recoveries['sendCode']>>;
  proveRecovery: (
    ticketId: string,
    body: BodyOf<Recoveries['prove']>,
  ) => Promise<ResponseOf<Recoveries['prove']>>;
  recoveryQuestions: (ticketId: string) => Promise<ResponseOf<Recoveries['questions']>>;
  answerRecovery: (
    ticketId: string,
    body: BodyOf<Recoveries['answer']>,
  ) => Promise<ResponseOf<Recoveries['answer']>>;
  withdrawRecovery: (ticketId: string) => Promise<ResponseOf<Recoveries['withdraw']>>;
  objectToRecovery: (token: string) => Promise<void>;
  tell: (id: string, tellBy: Body<'tell'>['tellBy']) => Promise<Answer<'tell'>>;
  chats: () => Promise<ResponseOf<(typeof bindingEndpoints)['listChats']>>;
  chatCode: (inboxId: string) => Promise<ResponseOf<(typeof bindingEndpoints)['beginBinding']>>;
  disconnectChat: (inboxId: string) => Promise<void>;
  lookAtPrivateLink: (code: string) => Promise<ResponseOf<(typeof privateLinkEndpoints)['look']>>;
  alerts: (locale: Locale) => Promise<ResponseOf<Alerts['mine']>>;
  setAlert: (body: BodyOf<Alerts['create']>) => Promise<ResponseOf<Alerts['create']>>;
  pauseAlert: (id: string, paused: boolean) => Promise<ResponseOf<Alerts['change']>>;
  removeAlert: (id: string) => Promise<void>;
  preferAlerts: (body: BodyOf<Alerts['prefer']>) => Promise<ResponseOf<Alerts['prefer']>>;
  brief: (locale: Locale) => Promise<ResponseOf<Alerts['brief']>>;
  stopAlerts: (token: string) => Promise<void>;
  banner: (locale: Locale) => Promise<ResponseOf<Announcements['banner']>>;
  subscription: () => Promise<ResponseOf<Subscriptions['mine']>>;
  subscribe: (body: BodyOf<Subscriptions['subscribe']>) => Promise<ResponseOf<Subscriptions['subscribe']>>;
  confirmAnnouncements: (token: string) => Promise<void>;
  stopAnnouncements: (token: string, all: boolean) => Promise<void>;
}

export function createPortalApi({ call }: Pick<Api, 'call'>): PortalApi {
  const ticket = (id: string) => `/portal/tickets/${id}`;
  return {
    config: () => call('GET', '/portal/config'),
    requestCode: (body) => call('POST', '/portal/codes', body),
    signIn: (body) => call('POST', '/portal/sessions', body),
    list: (query) => {
      const wishes = Object.entries(query).map(([name, value]) => [name, String(value)]);
      return call('GET', `/portal/tickets?${new URLSearchParams(wishes)}`);
    },
    get: (id) => call('GET', ticket(id)),
    promise: (id) => call('GET', `${ticket(id)}/promise`),
    form: (category, locale) => call('GET', `/portal/form?category=${category}&locale=${locale}`),
    open: (body) => call('POST', '/portal/tickets', body),
    write: (id, body) => call('POST', `${ticket(id)}/messages`, body),
    solve: (id) => call('POST', `${ticket(id)}/solve`),
    rate: (id, body) => call('PUT', `${ticket(id)}/rating`, body),
    reopen: (id, body) => call('POST', `${ticket(id)}/reopen`, body),
    runFlow: (flow, body) => call('POST', `/flows/${flow}`, body),
    sendFreezeCode: () => call('POST', '/account/freeze/codes'),
    freeze: (body) => call('POST', '/account/freeze', body),
    recovery: (id) => call('GET', `${ticket(id)}/recovery`),
    beginRecovery: (id, body) => call('POST', `${ticket(id)}/recovery`, body),
    sendRecoveryCode: (id, body) => call('POST', `${ticket(id)}/recovery/codes`, body),
    proveRecovery: (id, body) => call('POST', `${ticket(id)}/recovery/proofs`, body),
    recoveryQuestions: (id) => call('GET', `${ticket(id)}/recovery/questions`),
    answerRecovery: (id, body) => call('POST', `${ticket(id)}/recovery/answers`, body),
    withdrawRecovery: (id) => call('POST', `${ticket(id)}/recovery/withdrawal`),
    objectToRecovery: (token) => call('POST', '/recovery-objections', { token }),
    tell: (id, tellBy) => call('PUT', `${ticket(id)}/telling`, { tellBy }),
    chats: () => call('GET', '/account/chats'),
    chatCode: (inboxId) => call('POST', `/account/chats/${inboxId}/code`),
    disconnectChat: (inboxId) => call('DELETE', `/account/chats/${inboxId}`),
    lookAtPrivateLink: (code) => call('GET', `/private-links/${encodeURIComponent(code)}`),
    alerts: (locale) => call('GET', `/account/alerts?locale=${locale}`),
    setAlert: (body) => call('POST', '/account/alerts', body),
    pauseAlert: (id, paused) => call('PATCH', `/account/alerts/${id}`, { paused }),
    removeAlert: (id) => call('DELETE', `/account/alerts/${id}`),
    preferAlerts: (body) => call('PUT', '/account/alert-preferences', body),
    brief: (locale) => call('GET', `/account/market-brief?locale=${locale}`),
    stopAlerts: (token) => call('POST', `/alerts/stop/${encodeURIComponent(token)}`),
    banner: (locale) => call('GET', `/account/announcement-banner?locale=${locale}`),
    subscription: () => call('GET', '/account/announcement-subscription'),
    subscribe: (body) => call('PUT', '/account/announcement-subscription', body),
    confirmAnnouncements: (token) => call('POST', '/announcement-subscriptions/confirm', { token }),
    stopAnnouncements: (token, all) =>
      call('POST', `/announcement-subscriptions/stop/${encodeURIComponent(token)}`, { all }),
  };
}
