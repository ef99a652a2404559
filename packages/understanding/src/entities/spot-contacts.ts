import type { Spot } from './found-entity.ts';

const uidLabels =
  'uid|user ?id|account ?id|用户id|用戶id|账号id|帳號id|账户id|用户编号|ユーザーid|유저 ?id|회원 ?번호|id пользователя|юид|id de usuario|id người dùng|kullanıcı id|id pengguna';
const uids = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}])(?:${uidLabels})(?:\\s|[:：#=是为為は]|is|es|là|la){0,5}(\\d{5,12})(?!\\d)`,
  'giu',
);
const p2p =
  /(?<![\p{Script=Latin}\p{N}])(?:p2p|c2c|п2п|р2р|peer[- ]to[- ]peer)(?![\p{Script=Latin}\p{N}])|法币交易|法幣交易|场外交易|場外交易|点对点|點對點/giu;
const emails = /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,24}(?![\w-])/g;
const endings =
  'com|net|org|io|pro|co|app|xyz|top|vip|info|me|cc|cn|hk|jp|kr|ru|vn|tr|id|br|es|de|fr|uk|us|site|online|shop|live|club|link|finance|exchange|support|help|to|gg|ly|dev|biz|asia|tech|world|ltd|in';
const links = new RegExp(
  `https?://[^\\s<>"'，。；！？、（）「」『』《》\\u3000-\\u303f]+|(?<![\\w@.-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+(?:${endings})(?![\\w-]|\\.\\w)(?:[/?#:][^\\s<>"'，。；！？、（）\\u3000-\\u303f]*)?`,
  'giu',
);
const international = /(?<![\w+.])(?:\+|00)[1-9](?:[ ().-]{0,2}\d){7,14}(?!\d)/g;
const chineseMobile = /(?<![\w.+-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\w]|[.-]\d)/g;
const phoneLabels =
  'phone|mobile|tel|telephone|whatsapp|手机号?码?|手機號?碼?|电话|電話|電話番号|携帯|전화번호|휴대폰|телефона?|тел|teléfono|telefono|celular|số điện thoại|sđt|sdt|telefone|telefon|nomor hp|no hp|téléphone|handy|โทร|هاتف';
const labelled = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${phoneLabels})(?: number| no)?[\\s.:：#是]{0,3}(\\(?\\d(?:[ ().-]{0,2}\\d){6,13})(?!\\d)`,
  'giu',
);

/** Numbers of customers, where they are called so. */
export const spotUids = (text: string): Spot[] =>
  behind(text, uids).map((it) => ({ ...it, kind: 'uid', value: it.written }));

/** Words for trade between customers. */
export const spotP2p = (text: string): Spot[] =>
  all(text, p2p).map((it) => ({ ...it, kind: 'p2p', value: 'p2p' }));

export const spotEmails = (text: string): Spot[] =>
  all(text, emails).map((it) => ({ ...it, kind: 'email', value: it.written.toLowerCase() }));

/** Links, with a scheme or as hosts whose ending is a usual one; a sign that ends the sentence is no part. */
export const spotLinks = (text: string): Spot[] =>
  all(text, links).map(({ written, start }) => {
    const link = written.replace(/[).,;:!?'"\]]+$/, '');
    return { kind: 'link', start, end: start + link.length, value: link };
  });

/** Telephone numbers: with the code of a country, of the form of a Chinese mobile, or called so. */
export const spotPhones = (text: string): Spot[] =>
  [...all(text, international), ...all(text, chineseMobile), ...behind(text, labelled)].map((it) => ({
    ...it,
    kind: 'phone',
    value: it.written.replace(/[^\d+]/g, '').replace(/^00/, '+'),
  }));

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => ({
    written: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** What a pattern's one group holds, which ends where the match does. */
const behind = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    const written = match[1] ?? '';
    return { written, start: end - written.length, end };
  });
