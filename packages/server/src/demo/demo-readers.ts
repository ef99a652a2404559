import type { Locale, VoteReason } from '@fairlead/contract';

/** What readers of the demo's help center looked for: how often in the last four weeks, and in the four before. */
export interface DemoSearch {
  readonly text: string;
  readonly locale: Locale;
  readonly results: number;
  /** The article that was opened, by its slug; null where nothing was. */
  readonly opened: string | null;
  readonly times: readonly [now: number, before: number];
}

export const demoSearches: readonly DemoSearch[] = [
  { text: 'usdt trc20 fee', locale: 'en', results: 6, opened: 'withdrawal-fees', times: [14, 11] },
  { text: 'deposit not showing', locale: 'en', results: 9, opened: 'deposit-not-credited', times: [17, 12] },
  { text: 'lost authenticator', locale: 'en', results: 4, opened: 'lost-two-factor', times: [8, 9] },
  { text: 'tax report', locale: 'en', results: 2, opened: null, times: [9, 4] },
  { text: 'apple pay', locale: 'en', results: 0, opened: null, times: [7, 2] },
  { text: 'staking eth unlock date', locale: 'en', results: 0, opened: null, times: [5, 0] },
  { text: '提币审核', locale: 'zh-CN', results: 7, opened: 'withdrawal-pending', times: [16, 13] },
  { text: '忘记填memo', locale: 'zh-CN', results: 5, opened: 'missing-memo-or-tag', times: [11, 8] },
  { text: '银行卡冻结', locale: 'zh-CN', results: 3, opened: 'p2p-blocked-or-bank-frozen', times: [9, 6] },
  { text: '数字人民币', locale: 'zh-CN', results: 0, opened: null, times: [6, 1] },
  { text: '跟单亏损', locale: 'zh-CN', results: 0, opened: null, times: [4, 3] },
  { text: '本人確認 できない', locale: 'ja', results: 4, opened: 'verification-rejected', times: [6, 5] },
  { text: '損益計算', locale: 'ja', results: 0, opened: null, times: [5, 2] },
  { text: 'вывод завис', locale: 'ru', results: 6, opened: 'withdrawal-pending', times: [7, 5] },
  { text: 'сбп', locale: 'ru', results: 0, opened: null, times: [5, 5] },
  { text: 'quên mật khẩu', locale: 'vi', results: 5, opened: 'reset-password', times: [8, 6] },
  { text: 'nạp tiền momo', locale: 'vi', results: 1, opened: null, times: [6, 3] },
  { text: 'retiro pendiente', locale: 'es', results: 6, opened: 'withdrawal-pending', times: [6, 4] },
  { text: '출금 보류', locale: 'ko', results: 5, opened: 'withdrawal-security-hold', times: [5, 4] },
];

/** How often an article was read a week, in a language; how many came from a search, and how many asked a person all the same. */
export const demoReading: ReadonlyArray<{
  readonly slug: string;
  readonly locale: Locale;
  readonly views: number;
  readonly clicks: number;
  readonly contacts: number;
}> = [
  { slug: 'deposit-not-credited', locale: 'en', views: 96, clicks: 31, contacts: 14 },
  { slug: 'deposit-not-credited', locale: 'zh-CN', views: 122, clicks: 38, contacts: 11 },
  { slug: 'withdrawal-pending', locale: 'zh-CN', views: 104, clicks: 36, contacts: 12 },
  { slug: 'withdrawal-pending', locale: 'en', views: 71, clicks: 22, contacts: 9 },
  { slug: 'withdrawal-fees', locale: 'en', views: 64, clicks: 27, contacts: 1 },
  { slug: 'missing-memo-or-tag', locale: 'zh-CN', views: 43, clicks: 15, contacts: 8 },
  { slug: 'missing-memo-or-tag', locale: 'vi', views: 28, clicks: 9, contacts: 6 },
  { slug: 'lost-two-factor', locale: 'en', views: 37, clicks: 12, contacts: 7 },
  { slug: 'verification-rejected', locale: 'ja', views: 24, clicks: 8, contacts: 5 },
  { slug: 'reset-password', locale: 'vi', views: 31, clicks: 13, contacts: 2 },
  { slug: 'complete-identity-verification', locale: 'zh-CN', views: 58, clicks: 12, contacts: 3 },
  { slug: 'trading-fees', locale: 'en', views: 49, clicks: 18, contacts: 0 },
  { slug: 'create-api-key', locale: 'en', views: 35, clicks: 11, contacts: 1 },
];

/** Votes of readers: so many for, and each against with its reason. */
export const demoVotes: ReadonlyArray<{
  readonly slug: string;
  readonly locale: Locale;
  readonly helpful: number;
  readonly unhelpful: ReadonlyArray<{
    readonly reason: VoteReason;
    readonly comment: string | null;
    readonly daysAgo: number;
  }>;
}> = [
  {
    slug: 'deposit-not-credited',
    locale: 'en',
    helpful: 23,
    unhelpful: [
      {
        reason: 'not_my_problem',
        comment: 'My deposit is confirmed 200 times and still not there',
        daysAgo: 2,
      },
      { reason: 'unclear', comment: 'What is a block explorer?', daysAgo: 9 },
    ],
  },
  {
    slug: 'withdrawal-pending',
    locale: 'zh-CN',
    helpful: 19,
    unhelpful: [
      { reason: 'incomplete', comment: '没说审核最长要多久', daysAgo: 1 },
      { reason: 'incomplete', comment: '周末也审核吗', daysAgo: 6 },
    ],
  },
  { slug: 'withdrawal-fees', locale: 'en', helpful: 17, unhelpful: [] },
  {
    slug: 'missing-memo-or-tag',
    locale: 'vi',
    helpful: 6,
    unhelpful: [{ reason: 'unclear', comment: 'Không biết lấy TXID ở đâu', daysAgo: 4 }],
  },
  {
    slug: 'lost-two-factor',
    locale: 'en',
    helpful: 9,
    unhelpful: [
      { reason: 'outdated', comment: 'The button is called something else in the app now', daysAgo: 12 },
    ],
  },
  {
    slug: 'verification-rejected',
    locale: 'ja',
    helpful: 5,
    unhelpful: [{ reason: 'incomplete', comment: '在留カードについての説明がない', daysAgo: 3 }],
  },
];
