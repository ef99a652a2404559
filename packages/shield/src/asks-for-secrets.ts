import { denies } from './denies.ts';

/** What opens a wallet for ever: nobody is ever to be told. */
export const keys =
  /seed[- ]?phrase|(?:recovery|secret|backup) phrase|mnemonic|private key|助记词|助記詞|私钥|私鑰|シードフレーズ|リカバリーフレーズ|ニーモニック|秘密鍵|시드 ?(?:구문|문구)|니모닉|복구 ?(?:구문|문구)|개인 ?키|сид[- ]?фраз|мнемонич|приватн\p{L}* ключ|секретн\p{L}* фраз|frase (?:semilla|secreta|de recuperaci[oó]n)|clave privada|frase (?:semente|de recupera[cç][aã]o)|chave privada|cụm từ (?:khôi phục|hạt giống|bí mật|ghi nhớ)|kh[oó][aá] (?:riêng|cá nhân)|(?:tohum|kurtarma) (?:kelime|ifade|cümle)|özel anahtar|frasa (?:benih|pemulihan|rahasia)|kunci (?:pribadi|privat)|วลี(?:กู้คืน|ลับ|ช่วยจำ)|ซีดเฟรส|(?:คีย์|กุญแจ)ส่วนตัว|phrase (?:de récupération|secrète|mnémonique)|clé privée|wiederherstellungsphrase|private[rn]? schlüssel|privatschlüssel|عبارة (?:الاسترداد|الاستعادة|البذور|السر)|المفتاح الخاص/iu;
/** What opens an account. */
const codes =
  /passwords?|passcode|(?:verification|confirmation|security|sms|email|e-mail|2fa|authenticat\w+|one[- ]time|login) codes?|the code|your code|\botp\b|验证码|驗證碼|动态码|密码|密碼|認証コード|確認コード|ワンタイム|パスワード|暗証番号|인증 ?(?:번호|코드)|비밀번호|код\p{L}* (?:подтвержд|проверк|из|авторизац)|смс-код|парол|código|contraseña|senha|mã (?:xác|otp|2fa|bảo mật)|mật khẩu|kodu|şifre|parola|kode (?:verifikasi|otp|keamanan|konfirmasi)|kata sandi|รหัส|code (?:de|sms|2fa)|votre code|mot de passe|(?:bestätigungs|verifizierungs|sicherheits|sms-?|e-mail-)code|ihren code|passwort|kennwort|رمز|كلمة (?:المرور|السر)/iu;
const telling =
  /\b(?:send|tell|give|share|provide|reply|post|paste|forward|message|text|dm|type (?:it )?(?:in )?here)\b|发给|发送|发来|发到|告诉|告訴|提供|回复|回覆|傳給|發給|發送|送って|送信|教えて|お知らせ|共有|返信|貼り付け|보내|알려|공유|제공|회신|отправ|сообщ|пришл|скаж|назов|поделит|предостав|напиш|\benv[ií]|\bmand[ea]|\bd[ií]ga|\bdime|\bcompart|proporcion|\bdenos|\bdanos|facilit|responda|\bdiga|\binform[ea]|forneça|\bpasse\b|gửi|cung cấp|cho (?:tôi|chúng tôi|mình) biết|chia sẻ|trả lời|gönder|paylaş|söyle|ilet|\bverin|\byazın|kirim|berikan|beri tahu|bagikan|sebutkan|balas|ส่ง|แจ้ง|บอก|แชร์|ตอบกลับ|envoy|donnez|communiqu|partag|fourni|dites|répond|transmet|\bsende|schick|teilen sie|\bgeben sie uns|nennen|antworten|übermitt|أرسل|ارسل|إرسال|أخبر|شارك|زود|أعط|قدم|اكتب/iu;

/**
 * Whether a sentence may be taken as asking for a code, a password or the key of a wallet, in any of our languages. Rather too often than too
 * seldom: whoever answers from articles never needs to ask. That one must not tell is no such request. Pure.
 */
export function asksForSecrets(sentence: string): boolean {
  const said = sentence.normalize('NFKC');
  if (!keys.test(said) && !codes.test(said)) return false;
  return said.split(/[,;:，；：、،؛—–]/u).some((clause) => {
    const asked = clause.search(telling) >= 0 || (keys.test(clause) && entering.test(clause));
    return asked && !denies(clause);
  });
}

/** Keys of wallets are not to be entered anywhere either. */
export const entering =
  /\b(?:enter|type|confirm|verify|need|input)\b|输入|填写|輸入|填寫|入力|입력|введ|вв[её]д|укаж|ingres|introdu|escrib|confirm|digite|insira|nhập|girin|masukkan|กรอก|ป้อน|saisi|entrez|eingeben|geben sie|أدخل/iu;
