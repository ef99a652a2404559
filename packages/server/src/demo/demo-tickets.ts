import type { Category, TicketFields, TicketPriority, TicketStatus } from '@fairlead/contract';
import type { DemoCustomerKey, DemoTeam } from './demo-people.ts';

/**
 * A case of the demo. It is on the conversation of `customer` that began `thread` hours ago, or on none (for a case that came in
 * otherwise, or the back office’s). `agent` is an e-mail name of demo-people; `hoursAgo` when it was opened; `children` are its
 * back-office tickets.
 */
export interface DemoTicket {
  readonly subject: string;
  readonly category: Category;
  readonly customer: DemoCustomerKey | null;
  readonly thread?: number;
  readonly team: DemoTeam;
  readonly agent: string | null;
  readonly priority?: TicketPriority;
  readonly status: Exclude<TicketStatus, 'new'> | 'new';
  readonly hoursAgo: number;
  /** Hours ago when it got its status; when it was opened unless said. */
  readonly since?: number;
  readonly tags?: readonly string[];
  readonly fields?: TicketFields;
  readonly comments?: ReadonlyArray<{ by: string; text: string }>;
  readonly children?: ReadonlyArray<Omit<DemoTicket, 'children' | 'customer' | 'thread'>>;
}

const txid = 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73';

export const demoTickets: readonly DemoTicket[] = [
  {
    subject: 'Withdrawal of 12,000 USDT is still processing',
    category: 'deposit_withdrawal.withdrawal_pending',
    customer: 'amelia',
    thread: 6,
    team: 'funds',
    agent: 'daniel',
    status: 'pending',
    hoursAgo: 6,
    since: 5.9,
    fields: {
      asset: 'USDT',
      network: 'tron',
      amount: '12000',
      address: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
    },
  },
  {
    subject: 'Rút 0,05 ETH bị từ chối',
    category: 'deposit_withdrawal.withdrawal_failed',
    customer: 'linh',
    thread: 50,
    team: 'funds',
    agent: 'bao',
    status: 'solved',
    hoursAgo: 50,
    since: 48,
    fields: { asset: 'ETH', network: 'ethereum', amount: '0.05' },
  },
  {
    subject: '对账单缺少三笔资金费记录',
    category: 'other.statement',
    customer: 'chen',
    thread: 9,
    team: 'general',
    agent: 'xiaowen',
    status: 'open',
    hoursAgo: 9,
    since: 8.9,
    fields: { description: '2026-10 · USDT-M' },
  },
  {
    subject: 'Nạp 850 XRP thiếu destination tag',
    category: 'deposit_withdrawal.missing_memo',
    customer: 'linh',
    thread: 3,
    team: 'funds',
    agent: 'bao',
    priority: 'high',
    status: 'on_hold',
    hoursAgo: 2.6,
    since: 2.4,
    tags: ['xrp', 'memo'],
    fields: {
      asset: 'XRP',
      network: 'xrp',
      txid: '4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2D3E58F6071B9A4C6',
      amount: '850',
    },
    comments: [
      { by: 'bao', text: 'TXID ok on chain, no destination tag. Form A is with the wallet desk.' },
      { by: 'mei', text: 'Please add the ownership proof before they ask for it.' },
    ],
    children: [
      {
        subject: 'Credit 850 XRP to UID 40218831 by hand',
        category: 'deposit_withdrawal.missing_memo',
        team: 'funds',
        agent: 'minseo',
        status: 'open',
        hoursAgo: 2.4,
      },
      {
        subject: 'Confirm that the sending wallet is hers',
        category: 'verification',
        team: 'verification',
        agent: null,
        status: 'new',
        hoursAgo: 2.3,
      },
    ],
  },
  {
    subject: '提现 3 BTC 审核中超过 10 小时',
    category: 'deposit_withdrawal.withdrawal_pending',
    customer: 'chen',
    thread: 5,
    team: 'funds',
    agent: 'mei',
    priority: 'urgent',
    status: 'pending',
    hoursAgo: 4.8,
    since: 4.2,
    tags: ['btc', 'vip'],
    fields: { asset: 'BTC', network: 'bitcoin', amount: '3' },
  },
  {
    subject: '機種変更で認証アプリが使えない',
    category: 'account_security.lost_2fa',
    customer: 'tanaka',
    thread: 8,
    team: 'security',
    agent: 'ken',
    priority: 'high',
    status: 'pending',
    hoursAgo: 7.6,
    since: 7.1,
    fields: { lost_factor: 'authenticator', device: 'iPhone 17' },
    comments: [{ by: 'ken', text: 'Asked whether the old phone is still at hand.' }],
  },
  {
    subject: '限价单到价未成交',
    category: 'trading.order_not_filled',
    customer: 'wang',
    thread: 0.4,
    team: 'general',
    agent: null,
    status: 'new',
    hoursAgo: 0.3,
    fields: { order_id: '884120937715' },
  },
  {
    subject: 'Somebody on Telegram asks to connect a wallet',
    category: 'account_security.phishing_report',
    customer: 'visitorEn',
    thread: 0.7,
    team: 'security',
    agent: null,
    priority: 'high',
    status: 'new',
    hoursAgo: 0.6,
    tags: ['phishing', 'telegram'],
    fields: { contact_used: 'Telegram account that calls itself support' },
  },
  {
    subject: '1200 USDT по TRC20 не зачислены',
    category: 'deposit_withdrawal.deposit_not_credited',
    customer: 'ivan',
    thread: 20,
    team: 'funds',
    agent: 'anna',
    status: 'solved',
    hoursAgo: 19.8,
    since: 19.2,
    tags: ['usdt', 'tron'],
    fields: { asset: 'USDT', network: 'tron', txid, amount: '1200' },
  },
  {
    subject: 'Verificación rechazada dos veces',
    category: 'verification.rejected',
    customer: 'carlos',
    thread: 27,
    team: 'verification',
    agent: 'lucia',
    status: 'solved',
    hoursAgo: 26.9,
    since: 26,
    fields: { document: 'id_card', error_code: 'GLARE-02' },
  },
  {
    subject: '이더리움을 BSC로 잘못 출금',
    category: 'deposit_withdrawal.wrong_address',
    customer: 'jiwoo',
    thread: 31,
    team: 'funds',
    agent: 'minseo',
    status: 'solved',
    hoursAgo: 30.8,
    since: 30,
    tags: ['vip', 'bsc'],
    fields: { asset: 'ETH', network: 'bsc' },
  },
  {
    subject: 'API answers api-signature-not-valid since this morning',
    category: 'api.signature_error',
    customer: 'amelia',
    thread: 44,
    team: 'general',
    agent: 'daniel',
    status: 'solved',
    hoursAgo: 43.9,
    since: 43,
    fields: { error_code: 'api-signature-not-valid', endpoint: '/v1/order/orders/place' },
  },
  {
    subject: '收到异地登录短信，含可疑链接',
    category: 'account_security.phishing_report',
    customer: 'wang',
    thread: 70,
    team: 'security',
    agent: 'mei',
    status: 'solved',
    hoursAgo: 69.9,
    since: 69,
    tags: ['phishing', 'sms'],
  },
  {
    subject: 'P2P siparişi onaylanmadı',
    category: 'p2p_fiat.not_released',
    customer: 'elif',
    thread: 96,
    team: 'general',
    agent: 'daniel',
    status: 'closed',
    hoursAgo: 95.9,
    since: 24,
    fields: { payment_method: 'bank_transfer' },
  },
  {
    subject: '资金费率收取时间',
    category: 'futures.funding_fee',
    customer: 'chen',
    thread: 120,
    team: 'general',
    agent: 'xiaowen',
    priority: 'low',
    status: 'closed',
    hoursAgo: 119.9,
    since: 30,
  },
];
