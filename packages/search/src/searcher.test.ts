import { expect, it } from 'vitest';
import type { Glossary, SearchDocument, SearchRequest } from './search-types.ts';
import { createSearcher } from './searcher.ts';

const glossary: Glossary = {
  concepts: [
    {
      id: 'withdrawal',
      terms: {
        en: ['withdrawal', 'cash out'],
        'zh-CN': ['提币', '提现'],
        ko: ['출금'],
        ru: ['вывод'],
        es: ['retiro'],
        vi: ['rút tiền'],
      },
    },
    {
      id: 'two_factor',
      terms: { en: ['two-factor', '2FA'], 'zh-CN': ['谷歌验证器'], vi: ['xác thực hai lớp'] },
    },
    { id: 'fee', terms: { en: ['fee'], ko: ['수수료'] } },
  ],
  assets: [{ ticker: 'BTC', names: ['Bitcoin', '比特币', 'биткоин', '비트코인'] }],
  networks: [{ id: 'TRC20', names: ['TRON', '波场'] }],
};

const articles: SearchDocument[] = [
  article(
    'withdraw',
    'en',
    'How to withdraw',
    'Withdrawals leave once they are approved. Choose TRC20 or ERC20.',
  ),
  article('withdraw', 'zh-CN', '如何提币', '提币申请通过后即会发出。请选择网络。'),
  article('withdraw', 'ko', '출금 방법', '출금은 승인 후에 처리됩니다. 출금 수수료를 확인하세요.'),
  article('withdraw', 'vi', 'Cách rút tiền', 'Lệnh rút tiền được gửi sau khi được duyệt.'),
  article(
    'withdraw',
    'ru',
    'Как вывести средства',
    'Вывод отправляется после проверки. Ещё раз проверьте счёт.',
  ),
  article('withdraw', 'es', 'Cómo retirar', 'El retiro sale cuando se aprueba. Revise la verificación.'),
  article('credited', 'en', 'My deposit has not arrived', 'A deposit is credited after confirmations.'),
  article('credited', 'zh-CN', '充值没有到账', '充值在区块确认后到账。比特币和 USDT 都一样。'),
  article(
    'two-factor',
    'en',
    'I lost my authenticator',
    'Reset 2FA with your passport. It takes a day.',
    'security',
  ),
  article('two-factor', 'zh-CN', '谷歌验证器丢失', '使用护照重置谷歌验证器。', 'security'),
  article('bitcoin', 'en', 'Deposits of BTC', 'BTC needs two confirmations.'),
  article(
    'only-english',
    'en',
    'Futures liquidation',
    'Positions are closed when margin is used up.',
    'futures',
  ),
  article('thai', 'th', 'ถอนเงินไม่ได้', 'การถอนเงินอาจใช้เวลา'),
  article('japanese', 'ja', 'ビットコインの出金', '出金が完了しない場合は確認してください。'),
  article('taiwan', 'zh-TW', '幣種與網路', '提幣前請確認網路。'),
];

function article(
  id: string,
  locale: string,
  title: string,
  body: string,
  category = 'money',
): SearchDocument {
  return { id, locale, title, summary: '', headings: [], body, tags: [], category };
}

function made() {
  const searcher = createSearcher({ glossary });
  for (const it of articles) searcher.put(it);
  return searcher;
}

const find = (text: string, locale: string, more: Partial<SearchRequest> = {}) =>
  made().search({ text, locale, limit: 10, ...more });
const idsOf = (text: string, locale: string, more: Partial<SearchRequest> = {}) =>
  find(text, locale, more).hits.map(({ id }) => id);

it.each<[string, string, string]>([
  ['w', 'en', 'withdraw'],
  ['withd', 'en', 'withdraw'],
  ['withdrawing', 'en', 'withdraw'],
  ['提', 'zh-CN', 'withdraw'],
  ['提币', 'zh-CN', 'withdraw'],
  ['ㅊ', 'ko', 'withdraw'],
  ['출그', 'ko', 'withdraw'],
  ['출금이 안돼요', 'ko', 'withdraw'],
  ['rut tien', 'vi', 'withdraw'],
  ['rút', 'vi', 'withdraw'],
  ['вывода', 'ru', 'withdraw'],
  ['еще', 'ru', 'withdraw'],
  ['счет', 'ru', 'withdraw'],
  ['verificacion', 'es', 'withdraw'],
  ['ถอนเงิน', 'th', 'thai'],
  ['ถ', 'th', 'thai'],
  ['びっと', 'ja', 'japanese'],
  ['出', 'ja', 'japanese'],
  ['币种', 'zh-TW', 'taiwan'],
  ['幣種', 'zh-TW', 'taiwan'],
  ['USDT充值没到账', 'zh-CN', 'credited'],
])('%s in %s finds %s first', (text, locale, id) => {
  expect(idsOf(text, locale)[0]).toBe(id);
});

it.each<[string, string, string]>([
  ['提现', 'zh-CN', 'withdraw'],
  ['cash out', 'zh-CN', 'withdraw'],
  ['withdr', 'zh-CN', 'withdraw'],
  ['withdrawel', 'zh-CN', 'withdraw'],
  ['提币', 'en', 'withdraw'],
  ['rut tien', 'en', 'withdraw'],
  ['вывод', 'en', 'withdraw'],
  ['谷歌验证器', 'en', 'two-factor'],
  ['two factor', 'zh-CN', 'two-factor'],
  ['2fa', 'zh-CN', 'two-factor'],
  ['比特币', 'en', 'bitcoin'],
  ['比特', 'en', 'bitcoin'],
  ['биткоин', 'en', 'bitcoin'],
  ['비트코인', 'en', 'bitcoin'],
  ['btc', 'zh-CN', 'credited'],
  ['波场', 'en', 'withdraw'],
])('the glossary leads %s in %s to %s', (text, locale, id) => {
  expect(idsOf(text, locale)[0]).toBe(id);
});

it.each<[string, string, string]>([
  ['withdrwa', 'withdraw', 'withdraw'],
  ['depositt', 'credited', 'deposit'],
  ['athenticator', 'two-factor', 'authenticator'],
  ['lost my pasport', 'two-factor', 'lost my passport'],
  ['liqudation of futures', 'only-english', 'liquidation of futures'],
])('%s is taken for a typing error', (text, id, corrected) => {
  const result = find(text, 'en');
  expect(result.hits[0]?.id).toBe(id);
  expect(result.corrected).toBe(corrected);
});

it('an exact word is not taken for an error, however near another is', () => {
  const searcher = made();
  searcher.put(article('from', 'en', 'Transfers from elsewhere', 'from from from'));
  searcher.put(article('form', 'en', 'About us', 'One form'));
  const { hits, corrected } = searcher.search({ text: 'form ', locale: 'en', limit: 5 });
  expect(hits.map(({ id }) => id)).toEqual(['form']);
  expect(corrected).toBeUndefined();
});

it('short words and numbers are not corrected', () => {
  expect(idsOf('btx ', 'en')).toEqual([]);
  expect(idsOf('TRC21 ', 'en')).toEqual([]);
});

it('other languages help where the reader’s has no translation, or finds nothing', () => {
  const more = { fallbackLocales: ['en'] };
  expect(find('liquidation', 'zh-CN', more).hits).toMatchObject([{ id: 'only-english', locale: 'en' }]);
  // The article is there in the reader's language, and the glossary finds it.
  expect(find('withdrawal', 'zh-CN', more).hits).toMatchObject([{ id: 'withdraw', locale: 'zh-CN' }]);
  expect(find('approved', 'zh-CN', more).hits).toMatchObject([{ id: 'withdraw', locale: 'en' }]);
  expect(idsOf('approved', 'zh-CN')).toEqual([]);
});

it('counts categories, shows one, and leaves out what may not be seen', () => {
  const all = find('deposit BTC 2FA reset', 'en');
  expect(all.facets).toEqual({ money: 2, security: 1 });
  const one = find('deposit BTC 2FA reset', 'en', { category: 'security' });
  expect(one.hits.map(({ id }) => id)).toEqual(['two-factor']);
  expect(one.facets).toEqual(all.facets);
  const some = find('deposit BTC 2FA reset', 'en', { filter: (id) => id !== 'two-factor' });
  expect(some.facets).toEqual({ money: 2 });
});

it('shows what matched, in the words of the text', () => {
  const [spanish] = find('verificacion', 'es').hits;
  expect(spanish?.excerpt.filter(({ hit }) => hit)).toEqual([{ text: 'verificación', hit: true }]);
  const [chinese] = find('提现', 'zh-CN').hits;
  expect(chinese?.title).toEqual([
    { text: '如何', hit: false },
    { text: '提币', hit: true },
  ]);
});

it('an excerpt is the place that matters, cut at words', () => {
  const searcher = createSearcher({ glossary });
  const body = `${'Nothing of interest stands here. '.repeat(30)}The deposit was sent on a wrong network. ${'And more follows. '.repeat(30)}`;
  searcher.put(article('long', 'en', 'A title', body));
  const [hit] = searcher.search({ text: 'wrong network deposit', locale: 'en', limit: 1 }).hits;
  const text = hit?.excerpt.map((it) => it.text).join('') ?? '';
  expect(text).toMatch(/^….*The deposit was sent on a wrong network\..*…$/);
  expect(text.length).toBeLessThan(175);
});

it('a put replaces, a remove forgets, at once', () => {
  const searcher = made();
  const size = searcher.size;
  searcher.put(article('withdraw', 'en', 'Money for the road', 'It is gone.'));
  expect(searcher.size).toBe(size);
  expect(searcher.search({ text: 'approved', locale: 'en', limit: 5 }).hits).toEqual([]);
  searcher.remove('withdraw', 'en');
  expect(searcher.size).toBe(size - 1);
  expect(searcher.search({ text: 'road', locale: 'en', limit: 5 }).hits).toEqual([]);
  searcher.remove('withdraw', 'en');
  searcher.remove('nothing', 'xx');
});

it('the weight moves what is equal otherwise, and not what is better', () => {
  const searcher = createSearcher({ glossary });
  const text = 'Deposits arrive after confirmations.';
  searcher.put({ ...article('a', 'en', 'One', text), weight: 0 });
  searcher.put({ ...article('b', 'en', 'Two', text), weight: 100 });
  searcher.put({ ...article('c', 'en', 'Deposits', text), weight: 1 });
  const ids = searcher
    .search({ text: 'deposits confirmations', locale: 'en', limit: 3 })
    .hits.map(({ id }) => id);
  expect(ids.indexOf('b')).toBeLessThan(ids.indexOf('a'));
  expect(searcher.search({ text: 'deposits', locale: 'en', limit: 3 }).hits[0]?.id).toBe('c');
});

it.each<[string, string, string, string]>([
  ['en', 'who anthem', 'The anthem was sung by a choir.', 'The one who began, the one who scored.'],
  ['es', '¿quién, el himno?', 'El himno fue de un coro.', 'Quién abre el partido, quién marca.'],
  ['ru', 'кто гимн', 'Гимн исполнил хор.', 'Кто открыл матч, кто забил.'],
  ['vi', 'quốc ca gì', 'Quốc ca do dàn hợp xướng hát.', 'Làm gì, ăn gì, nói gì.'],
  ['ko', '어떤 합창단', '합창단이 노래합니다.', '어떤 사람이 어떤 골을.'],
  ['zh-CN', '什么国歌', '国歌由合唱团演唱。', '什么开场，什么进球。'],
  ['ja', '何の国歌', '国歌は合唱団が歌った。', '何の試合、何の得点。'],
])('in %s a word that asks counts for less than what is asked after: %s', (locale, text, right, wrong) => {
  const searcher = createSearcher({ glossary });
  searcher.put(article('right', locale, '', right));
  searcher.put(article('wrong', locale, '', wrong));
  expect(searcher.search({ text, locale, limit: 3 }).hits[0]?.id).toBe('right');
});

it('words that were asked for side by side are rather found so', () => {
  const searcher = createSearcher({ glossary });
  const filler = 'It is what the parties to it agreed on in the end. ';
  searcher.put(article('apart', 'en', '', `The market opens. ${filler}An order is a wish to buy.`));
  searcher.put(article('beside', 'en', '', `A wish to buy opens. ${filler}A market order is filled.`));
  expect(searcher.search({ text: 'market order', locale: 'en', limit: 2 }).hits[0]?.id).toBe('beside');
});
