import { type Locale, type TakeoverSignal, takeoverSignals } from '@fairlead/contract';
import { type Heard, hear } from '../../conversations/index.ts';

type Spoken = Heard['passages'][number];

const speaksOf = (spoken: Spoken, ...any: ReadonlyArray<Parameters<Spoken['has']>[0]>) =>
  any.some((concept) => spoken.has(concept));
const strange = (spoken: Spoken) => speaksOf(spoken, 'stolen', 'unknown');

const byConcepts: Partial<Record<TakeoverSignal, (spoken: Spoken) => boolean>> = {
  not_by_customer: (it) => strange(it) && speaksOf(it, 'withdraw', 'sent', 'order'),
  strange_sign_in: (it) => strange(it) && speaksOf(it, 'signin'),
  access_changed: (it) =>
    strange(it) && speaksOf(it, 'change') && speaksOf(it, 'contact', 'password', 'twofa'),
};

/** What classifying has no words for. Programs and attacks are called the same in most languages. */
const byWords: Partial<Record<TakeoverSignal, RegExp>> = {
  number_taken:
    /sim[ -]?swap|port(?:ed)?[ -]out|手机卡被|补办了?.{0,6}卡|sim ?卡被|號碼被盜|simスワップ|유심|(?:перевыпус|дубликат).{0,12}(?:сим|sim)|duplicado de (?:la )?sim|clon\w+.{0,6}chip|chip clonad|chiếm (?:đoạt )?sim|mất sóng|sim kart\w* (?:kopya|ele)|kartu sim.{0,12}(?:dibajak|diambil)/iu,
  remote_access:
    /any ?desk|team ?viewer|remote (?:access|desktop|control)|screen ?shar|rustdesk|远程(?:控制|协助|桌面)|遠端(?:控制|桌面)|屏幕共享|共享屏幕|遠隔操作|リモート操作|画面共有|원격 ?(?:제어|접속)|удал[её]нн\w+ доступ|acceso remoto|acesso remoto|điều khiển từ xa|uzaktan (?:erişim|bağlan)|akses jarak jauh/iu,
  // A mark of the shield: they wrote down what opens their wallet, and may have done so elsewhere.
  wallet_exposed: /\[\[removed:(?:seed_phrase|private_key|extended_key|keystore|pem_key)\]\]/,
  api_secret_exposed: /\[\[removed:api_secret\]\]/,
  secret_given:
    /(?:gave|told|shared|sent|entered|typed)[^.!?\n]{0,40}(?:seed phrase|recovery phrase|private key|password|(?:sms|2fa|verification) code|otp)|(?:告诉|发给|提供给|填了|输入了|告訴)[^。！？\n]{0,20}(?:验证码|驗證碼|密码|密碼|助记词|助記詞|私钥|私鑰)|(?:認証コード|パスワード|シードフレーズ|秘密鍵)[^。\n]{0,12}(?:教え|入力し|送っ)|(?:인증번호|비밀번호|니모닉|시드)[^.\n]{0,12}(?:알려|입력|보냈)|(?:сообщил|назвал|отправил|ввел|ввёл)\w*[^.!?\n]{0,30}(?:код|парол|сид)|(?:di|envié|compart\w+|ingresé)[^.!?\n]{0,30}(?:código|contraseña|frase semilla)|(?:passei|enviei|digitei)[^.!?\n]{0,30}(?:código|senha)|(?:đã (?:gửi|đưa|nhập|cung cấp))[^.!?\n]{0,30}(?:mã|mật khẩu)|(?:kodu|şifre\w*)[^.!?\n]{0,20}(?:verdim|paylaştım|girdim)|(?:memberi\w*|mengirim|memasukkan)[^.!?\n]{0,30}(?:kode|kata sandi|otp)/iu,
};

/** Characters that are read. */
const longest = 12_000;

/** What in the customer's words tells that another has, or may soon have, their account. Pure. `heard` is what the text says, where that is known. */
export function findTakeoverSignals(
  text: string,
  page: Locale,
  heard: Heard = hear(text, page),
): TakeoverSignal[] {
  const read = text.slice(0, longest);
  return takeoverSignals.filter(
    (signal) => byWords[signal]?.test(read) || heard.passages.some((spoken) => byConcepts[signal]?.(spoken)),
  );
}
