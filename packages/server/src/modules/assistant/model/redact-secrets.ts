import { findSecrets } from '@fairlead/shield';

/** Words that seed phrases are made of stand in a row without anything between them. */
const phrase =
  /(?<![\p{L}\p{N}])(?:(?:\d{1,2}[.)]?\s*)?\p{Ll}{3,8}[\s,;]+){11,}(?:\d{1,2}[.)]?\s*)?\p{Ll}{3,8}(?![\p{L}\p{N}])/gu;
const hanPhrase = /(?<!\p{sc=Han})(?:\p{sc=Han}\s+){11,}\p{sc=Han}(?!\p{sc=Han})/gu;
/** Words that sentences have and seed phrases have not, for they are not in the lists. */
const ofSentences =
  /((?<!\p{L})(?:the|your|and|for|not|are|was|has|have|with|from|how|why|but|una|que|los|las|por|para|con|del|est|les|des|pour|dans|avec|und|der|die|das|nicht|ist|não|para|uma|com|yang|dan|tidak|ini|untuk|bir|ve|için|как|что|мне|для|это|мой|при)(?!\p{L}))/giu;
const mail = /[\w.+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const walletKey =
  /(?<![A-Za-z0-9])(?:[5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[xyz]prv[1-9A-HJ-NP-Za-km-z]{80,})(?![A-Za-z0-9])/g;
/** Sixty-four figures may be a transaction or the key of a wallet: enough stays to know it again. */
const hex = /(?<![A-Za-z0-9])((?:0x)?[0-9a-f]{4})[0-9a-f]{56}([0-9a-f]{4})(?![A-Za-z0-9])/gi;
const token = /(?<![A-Za-z0-9])(?:sk|pk|rk|ghp|xox[a-z]|eyJ)[-_A-Za-z0-9.]{16,}/g;
const labelledKey =
  /((?:api|secret|access|private|私|密)[ -]?(?:key|钥|鑰|鍵)|密钥|密鑰|秘密鍵|ключ\p{L}*|clave|chave|khóa|anahtar\p{L}*|kunci|clé|schlüssel|مفتاح)([\s:：=是]{1,4})([A-Za-z0-9+/_=-]{12,})/giu;
const password =
  /((?:pass(?:word|code|phrase)?|pwd|密码|密碼|口令|パスワード|비밀번호|парол\p{L}*|contraseña|senha|mật khẩu|şifre\p{L}*|parola\p{L}*|kata sandi|รหัสผ่าน|mot de passe|passwort|kennwort|كلمة المرور|كلمة السر)(?:\s(?:is|es|é|est|ist|là|adalah|это))?\s?[:：=是は]?\s?["'「“]?)(?=\S{0,64}[\d!@#$%^&*_])[^\s"'」”,，。;；]{4,64}/giu;
const code =
  /((?<!error[ -]?|错误|錯誤|エラー|오류 ?|ошибк\p{L} )(?:code|otp|pin|2fa|sms|验证码|驗證碼|动态码|認証コード|確認コード|コード|인증 ?번호|인증 ?코드|코드|код\p{L}*|código|mã|kod\p{L}*|kode|รหัส\p{L}*|رمز)[^\d\n]{0,24})(?<!\d)(\d(?:[ -]?\d){3,7})(?!\d|[.,]\d|\s?(?:%|[$€¥]|小?时|分|秒|минут|час))/giu;
/** What makes an amount of the figures before it: a coin as it is written, or a well-known one in small letters, in which any word may stand. */
const coin = /^\s?(?:[A-Z]{3,5}|usdt|usdc|btc|eth|trx|htx|xrp)\b/;
/** Whoever was asked for a code sends nothing else. */
const loneCode = /^[^\S\r\n]*\d{6}[^\S\r\n]*$/gm;
const digits = /(?<![A-Za-z\p{N}.])(?:\+|00)?\d(?:[ ().-]{0,2}\d){8,18}(?![A-Za-z\p{N}]|\.\d)/gu;

/**
 * A text without what opens an account or names its owner: seed phrases, keys, one-time codes, passwords, e-mail addresses, telephone and card
 * numbers; in their place stands what was there. Of a transaction id its ends stay. Rather too much is taken than too little. Pure; done twice it is
 * done once.
 */
export function redactSecrets(text: string): string {
  return withoutDocuments(text)
    .replace(hanPhrase, '[seed phrase]')
    .replace(phrase, phraseRedacted)
    .replace(mail, '[e-mail]')
    .replace(walletKey, '[key]')
    .replace(hex, '$1…$2')
    .replace(token, '[key]')
    .replace(labelledKey, '$1$2[key]')
    .replace(password, '$1[password]')
    .replace(code, codeRedacted)
    .replace(digits, numberRedacted)
    .replace(loneCode, '[code]');
}

/** Customers may tell agents the number of a document; a model has no use for it. */
function withoutDocuments(text: string): string {
  const documents = findSecrets(text, []).filter(({ kind }) => kind === 'national_id');
  return documents.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}[id]${left.slice(end)}`,
    text,
  );
}

/** What stands in a row between words of a sentence may still be one. */
const phraseRedacted = (run: string): string =>
  run
    .split(ofSentences)
    .map((part) => part.replace(phrase, '[seed phrase]'))
    .join('');

function codeRedacted(whole: string, label: string, _: string, at: number, text: string): string {
  return coin.test(text.slice(at + whole.length, at + whole.length + 7)) ? whole : `${label}[code]`;
}

function numberRedacted(run: string): string {
  const bare = run.replace(/\D/g, '');
  if (bare.length >= 13 && bare.length <= 19 && isCard(bare)) return '[card]';
  const mobile = /^1[3-9]\d{9}$/.test(bare);
  const spaced =
    /\d[ ().-]{1,2}\d/.test(run) && !/^\d{4}-\d{2}-\d{2}/.test(run) && !/^\d{1,3}(?: \d{3})+$/.test(run);
  return /^(?:\+|00)/.test(run) || mobile || (spaced && bare.length <= 15) ? '[phone]' : run;
}

/** Luhn's sum, by which mistyped card numbers are told. */
function isCard(bare: string): boolean {
  const sum = [...bare].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
