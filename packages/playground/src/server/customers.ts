/** What the exchange's back end knows of a customer. */
export interface Customer {
  /** How the page's links name them: `?customer=vip`. */
  readonly id: string;
  /** The exchange's number for the account: the `sub` of the identity token. */
  readonly uid: string;
  readonly name: string;
  readonly email: string;
  /** BCP 47 tag of the language in which they use the exchange. */
  readonly locale: string;
  readonly tier: 'standard' | 'vip' | 'pro';
  /** Chosen by the customer; printed in every letter of the exchange, so that they know it from a forged one. */
  readonly antiPhishingCode: string;
  /** 1: name only, 2: document and face checked, 3: address and source of funds too. */
  readonly verificationLevel: 1 | 2 | 3;
  /** Currency in lower case to what may be traded now. */
  readonly balances: Readonly<Record<string, number>>;
}

/** Everybody whom the demo can sign in. Their UIDs are those of the demo installation, where some have written before. */
export const customers: readonly Customer[] = [
  {
    id: 'verified',
    uid: '40218831',
    name: 'Nguyễn Thùy Linh',
    email: 'linh.nguyen@example.com',
    locale: 'vi',
    tier: 'standard',
    antiPhishingCode: 'SenVang88',
    verificationLevel: 2,
    balances: { usdt: 1_842.36, btc: 0.01482, trx: 5_310.4, htx: 41_250_000 },
  },
  {
    id: 'verified-ru',
    uid: '35190446',
    name: 'Иван Петров',
    email: 'ivan.petrov@example.com',
    locale: 'ru',
    tier: 'standard',
    antiPhishingCode: 'Маяк-1987',
    verificationLevel: 1,
    balances: { usdt: 640.07, eth: 0.3812, xrp: 1_204.5, ton: 86.25 },
  },
  {
    id: 'verified-es',
    uid: '41773205',
    name: 'Carlos Méndez',
    email: 'carlos.mendez@example.com',
    locale: 'es',
    tier: 'standard',
    antiPhishingCode: 'faro rojo',
    verificationLevel: 2,
    balances: { usdt: 2_215.9, doge: 3_480, ltc: 6.82 },
  },
  {
    id: 'vip',
    uid: '18826077',
    name: '陈志远',
    email: 'chen.zhiyuan@example.com',
    locale: 'zh-CN',
    tier: 'vip',
    antiPhishingCode: '潮汐四八',
    verificationLevel: 3,
    balances: { usdt: 286_410.55, btc: 4.21673, eth: 61.0428, sol: 815.2, htx: 9_800_000_000 },
  },
  {
    id: 'vip-ko',
    uid: '33861092',
    name: '이지우',
    email: 'jiwoo.lee@example.com',
    locale: 'ko',
    tier: 'vip',
    antiPhishingCode: '등대지기77',
    verificationLevel: 3,
    balances: { usdt: 94_075.4, xrp: 61_200, ada: 48_900.5, eth: 8.5 },
  },
  {
    id: 'pro',
    uid: '29077164',
    name: '田中 美咲',
    email: 'tanaka.misaki@example.com',
    locale: 'ja',
    tier: 'pro',
    antiPhishingCode: '青い灯台',
    verificationLevel: 3,
    balances: { usdt: 58_930.12, btc: 0.9051, eth: 12.734, doge: 24_600, link: 318.4, avax: 145.6 },
  },
  {
    id: 'pro-en',
    uid: '27745510',
    name: 'Amelia Hart',
    email: 'amelia.hart@example.com',
    locale: 'en',
    tier: 'pro',
    antiPhishingCode: 'Tidewater 6',
    verificationLevel: 3,
    balances: { usdt: 121_664.08, btc: 2.1844, sol: 240.75, trx: 88_000 },
  },
];

/** The customer of an id, or undefined. */
export function findCustomer(id: string): Customer | undefined {
  return customers.find((customer) => customer.id === id);
}
