import { entering, keys } from './asks-for-secrets.ts';
import { denies } from './denies.ts';
import { lastNamed } from './named-before.ts';

/** A code that was sent to the customer, by no name of its own. Errors and coins have codes too. */
const receivedCode =
  /\bcode (?:that )?(?:you|we) (?:received|got|get|sent)|\byour (?:login )?code\b|código que (?:recib|receb|le lleg|te lleg|enviamos)|code que vous avez reçu/iu;

/** Wanted by whoever writes: "send us", "tell me", "I need your", and their like. What we send, or what is entered elsewhere, is not. */
const wanted: readonly RegExp[] = [
  /\b(?:send|tell|give|provide|forward|show|text|dm|message|reply|share)\b(?:\s\w+){0,2}?\s(?:me|us|with)\b/iu,
  /(?:^|\b(?:please|kindly|just|then|and|(?:can|could|would) you|need (?:you )?to|have to|must)\s+)(?:send|tell|give|provide|forward|share|reply|paste|post|type)\b(?!\s(?:you|out)\b)/iu,
  /\b(?:what(?:['’]s| is| was)|(?:i|we)(?: will|['’]ll)? need|may i have|let me have)\s(?:your|the)\b/iu,
  /(?:提供|告诉|告訴|告知|发给|發給|发送给|發送給|发来|發來|回复|回覆|报给|傳給|传给)(?:一下|给|給)?(?:我|客服|客服人员)|(?:请|請|麻烦|麻煩|需要您?你?)(?:您|你|先|再)?(?:提供|告知|发送|發送|发一下|發一下|回复|回覆|给出|給出)/u,
  /(?:教えて|送って|送信して|お知らせ|ご提示|提示して|共有して|返信して|お伝え|お送り)(?:ください|下さい|いただ|頂|もらえ|願)/u,
  /(?:알려|보내|말씀해|제공해|공유해|회신해|적어|전달해) ?(?:주세요|주십시오|주시|줘|주실)/u,
  /(?<!\p{L})(?:отправьте|пришлите|сообщите|назовите|скажите|напишите|предоставьте|перешлите|дайте|укажите(?!,? что)|продиктуйте)(?!\p{L})|(?:мне|нам)\s(?:нужен|нужна|нужно|нужны|понадобится)/iu,
  /\b(?:env[ií]e(?:me|nos|nme|nnos)?|env[ií]a(?:me|nos)|m[aá]ndeme|m[aá]ndenos|mande|d[ií]ga(?:me|nos)|dime|dinos|d[eé](?:me|nos)|indique(?:me|nos)?|ind[ií](?:queme|quenos)|proporcione|comparta|facil[ií]te(?:me|nos)?|necesito su|necesitamos su|cu[aá]l es su)\b/iu,
  /(?:gửi|cung cấp|cho|đọc|chia sẻ)(?:\s\S+){0,2}?\s(?:tôi|chúng tôi|mình|em)(?:\s|$|[.,])|(?:vui lòng|hãy|xin|bạn)\s(?:gửi|cung cấp|cho biết|chia sẻ|đọc)/iu,
  /(?:^|[^\p{L}])(?:envie(?:-me|-nos)?|me envie|nos envie|mande|me mande|informe(?:-me|-nos)?|nos informe|me informe|me diga|nos diga|diga|forneça|me passe|nos passe|compartilhe|preciso d[ae] sua?|precisamos d[ae] sua?|qual é (?:a )?sua?)(?!\p{L})/iu,
  /(?:gönderin|gönderir misiniz|yazın|iletin|paylaşın|söyleyin|verin|bildirin|gönderebilir misiniz)(?!\p{L})/iu,
  /(?:tolong|mohon|silakan|harap|bisa)?\s?(?:kirimkan|berikan|beri tahu|bagikan|sebutkan)(?: (?:kepada )?(?:kami|saya))?|(?:kirim|balas)\s(?:ke )?(?:kami|saya)/iu,
  /(?:ส่ง|แจ้ง|บอก|แชร์|ให้)[^\n]{0,40}(?:มาให้|ให้เรา|กับเรา|แก่เรา|ให้ทางเรา|มาทาง)|(?:กรุณา|โปรด|รบกวน)(?:ส่ง|แจ้ง|บอก)/u,
  /(?:envoyez|donnez|communiquez|transmettez|fournissez|indiquez|dites)(?:-(?:moi|nous))?(?!\p{L})|(?:j['’]ai|nous avons) besoin de votre|quel(?:le)? est votre/iu,
  /(?:senden|schicken|nennen|geben|teilen|verraten|übermitteln) sie (?:mir|uns|bitte)|(?:ich|wir) (?:brauche|brauchen|benötige|benötigen) (?:ihr|den|das|die)|(?:wie lautet|was ist) ihr/iu,
  /(?:أرسل|ارسل)(?:ي|وا)?\s(?:لنا|لي|إلينا|إلي)|(?:أخبر|شارك|زود|أعط|اعط)(?:نا|ني)(?:\s|$)|(?:يرجى|الرجاء|نرجو)\s(?:إرسال|ارسال|تزويد|مشاركة|تقديم)/u,
];
/** They are asked whether or when, not what. */
const about =
  /\b(?:whether|if you|when you|once you|as soon as|which phone|how long)\b|是否|有没有|有沒有|収到|届いた|届き|届か|받으셨|받았는지|오는지|пришёл ли|пришел ли|получили ли|когда (?:придёт|придет|получите)|\bsi (?:recibi|ha recib|le lleg)|nếu|có nhận được|\bse (?:recebeu|você recebeu|chegou)|gelip gelmedi|aldığınızda|apakah|kalau|jika|หรือไม่|\bsi vous\b|\bob sie\b|wenn sie|إذا|هل وصل/iu;

/**
 * Whether a text asks its reader for a code, a password or the key of a wallet, in any of our languages: for what agents write. Unlike `asksForSecrets`, which is for what may be left
 * unsaid, it must be sure: that we send a code, or where one is entered, may be said. Pure.
 */
export function demandsSecret(text: string): boolean {
  const said = text.normalize('NFKC');
  return said.split(/[.!?;。！？；؟\n]+/u).some((sentence) => {
    if (!namesSecret(sentence) || denies(sentence) || about.test(sentence)) return false;
    return wanted.some((it) => it.test(sentence)) || (keys.test(sentence) && entering.test(sentence));
  });
}

const namesSecret = (sentence: string): boolean =>
  keys.test(sentence) ||
  receivedCode.test(sentence) ||
  lastNamed(sentence, 'code', 0, sentence.length) !== undefined ||
  lastNamed(sentence, 'password', 0, sentence.length) !== undefined;
