/**
 * Where the signature of a text starts, as a line's index; null where there is none. Only what the text ends with is one, and never
 * all of it: the delimiter of RFC 3676 section 4.3 and its look-alikes, what phones add, and a closing formula with the name below it.
 */
export function signatureStart(lines: readonly string[]): number | null {
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1])) end--;
  const first = lines.findIndex((line) => !isBlank(line));
  let start = end;
  for (let pieces = 0; pieces < maximumPieces; pieces++) {
    const next = pieceStart(lines, start);
    if (next === null || next <= first) break;
    start = next;
    while (start > 0 && isBlank(lines[start - 1])) start--;
  }
  return start === end ? null : start;
}

/** Formula, name, card, and what the phone adds. */
const maximumPieces = 6;
const maximumBlock = 40;
const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** The start of one piece of signature that ends before `end`. */
function pieceStart(lines: readonly string[], end: number): number | null {
  return (
    deviceStart(lines, end) ??
    delimiterStart(lines, end) ??
    formulaStart(lines, end) ??
    dashedName(lines, end)
  );
}

function delimiterStart(lines: readonly string[], end: number): number | null {
  let filled = 0;
  for (let at = end - 1; at >= Math.max(0, end - 60) && filled <= maximumBlock; at--) {
    const line = lines[at] ?? '';
    if (/^--[ \t\u00a0]?$/.test(line)) return at;
    // Other rules stand in texts as well: only short lines may follow them.
    if (/^(?:[—–―]{1,40}|_{2,60})\s*$/.test(line) && filled <= 10 && shortLines(lines, at + 1, end))
      return at;
    if (!isBlank(line)) filled++;
  }
  return null;
}

const shortLines = (lines: readonly string[], start: number, end: number): boolean =>
  lines.slice(start, end).every((line) => line.length <= 100 && !/[?？]\s*$/.test(line));

const devices = [
  /^(?:get|download) (?:outlook|yahoo mail|bluemail|spark|gmail|mail) for (?:ios|android|iphone|mac|mobile)\b.{0,80}$/iu,
  /^sent (?:from|via|using|with) (?:my |an? |the )?[^.,;:!?]{2,60}[.!]?$/iu,
  /^(?:发自|發自|发送自|来自|來自|從|从|由)\s?(?:我的)?\s?.{0,10}(?:iphone|ipad|手机|手機|华为|小米|outlook|安卓|android|mac|vivo|oppo|三星|荣耀|红米|移动|邮箱|郵箱|设备|裝置|foxmail|网易|網易|qq).{0,30}$/iu,
  /^(?:从|從)\s?(?:我的)?.{1,30}(?:发送|傳送|寄出|發送)$/iu,
  /^.{1,30}から送信(?:しました|されました)?。?$/iu,
  /^.{0,20}(?:iphone|ipad|galaxy|android|outlook|갤럭시|스마트폰|내|나의).{0,30}에서\s?(?:보냄|전송|보낸 메일|전송됨|작성).{0,10}$/iu,
  /^(?:отправлено|послано|отправлен)\s(?:с|из|через|от)\s[^.,;!?]{2,60}\.?$/iu,
  /^(?:enviado|enviada|mandado|enviado desde|enviado a partir)\s(?:desde|do|da|de|del|pelo|pela|a partir|por|através)\s?[^.,;!?]{2,60}\.?$/iu,
  /^(?:obter|obtener|obtenga|obtém) (?:o )?outlook (?:para|for) .{2,60}$/iu,
  /^(?:được )?(?:đã )?gửi (?:từ|bằng) [^.,;!?]{2,60}\.?$/iu,
  /^[^.,;!?]{2,40}(?:'?den|'?dan|'?ten|'?tan|’?umdan|’?imden|ile|umdan|ımdan|imden|undan|ndan)\s?gönderildi\.?$/iu,
  /^(?:dikirim|terkirim) (?:dari|melalui|dengan) [^.,;!?]{2,60}\.?$/iu,
  /^ส่งจาก\s?.{2,60}$/iu,
  /^envoyé\s(?:de(?:puis)?|à partir d[e’']|avec|par)\s?[^.,;!?]{2,60}\.?$/iu,
  /^(?:télécharger|obtenez) outlook pour .{2,60}$/iu,
  /^(?:diese nachricht wurde )?(?:von|mit)\s.{2,60}\sgesendet\.?$/iu,
  /^(?:gesendet|verschickt|versendet)\s(?:von|mit|aus|über)\s[^.,;!?]{2,80}\.?$/iu,
  /^(?:outlook|holen sie sich outlook) für (?:ios|android).{0,60}$/iu,
  /^(?:أرسلت|تم الإرسال|أُرسلت|مرسل|أرسل|مُرسل)\s(?:من|بواسطة)\s.{2,60}$/iu,
  /^(?:inviato|verzonden|wysłano|wysłane|sendt|skickat|lähetetty)\s(?:da|dal|van(?:af)?|met|z|fra|från|med|från min)\s?[^.,;!?]{2,60}\.?$/iu,
  /^yahoo mail[:：].{2,60}$/iu,
];

/** `Sent from my iPhone` and its like; the last line alone. */
function deviceStart(lines: readonly string[], end: number): number | null {
  const line = plain(lines[end - 1]);
  return line.length <= 160 && devices.some((device) => device.test(line)) ? end - 1 : null;
}

/** Without the address of a link and marks of bold. */
const plain = (line: string | undefined): string =>
  (line ?? '')
    .slice(0, 400)
    .replace(/<[^<>]*>|\[[^[\]]*\]/g, '')
    .replace(/[*_~]/g, '')
    .trim();

const formulas = new Set(
  [
    'regards|best regards|kind regards|warm regards|warmest regards|with kind regards|with best regards|kindest regards|best|all the best|best wishes|cheers|sincerely|yours sincerely|sincerely yours|yours faithfully|faithfully|respectfully|yours truly|cordially|many thanks and regards|thanks and regards|thanks & regards|rgds|br',
    '此致|此致敬礼|此致敬禮|敬礼|敬禮|敬上|谨上|謹上|顺颂商祺|順頌商祺|祝好|祝商祺|顺祝商祺|祝您工作愉快|祝工作顺利|以上',
    '敬具|草々|よろしくお願いします|よろしくお願いいたします|よろしくお願い致します|宜しくお願いします|宜しくお願いいたします|宜しくお願い致します|以上よろしくお願いいたします|何卒よろしくお願いいたします|どうぞよろしくお願いいたします',
    '감사합니다|드림|올림|안녕히 계세요|수고하세요',
    'с уважением|с наилучшими пожеланиями|с уважением и наилучшими пожеланиями|всего доброго|всего хорошего|искренне ваш',
    'saludos|un saludo|saludos cordiales|cordiales saludos|cordialmente|atentamente|atte|muchos saludos|reciba un cordial saludo|un cordial saludo|saludos y gracias',
    'trân trọng|trân trọng kính chào|thân ái|kính chào|kính thư|thân mến',
    'atenciosamente|att|cordialmente|abraços|abraço|cumprimentos|melhores cumprimentos|com os melhores cumprimentos|saudações|grato|grata',
    'saygılarımla|saygılar|iyi çalışmalar|iyi günler|sevgiler|selamlar|hürmetlerimle',
    'hormat saya|salam|salam hormat|salam hangat|hormat kami',
    'ขอแสดงความนับถือ|ด้วยความเคารพ|ด้วยความนับถือ|นับถือ',
    'cordialement|bien cordialement|très cordialement|sincères salutations|salutations|salutations distinguées|bien à vous|cdt|cdlt|respectueusement|meilleures salutations',
    'mit freundlichen grüßen|mit freundlichen grüssen|freundliche grüße|freundliche grüsse|viele grüße|viele grüsse|beste grüße|beste grüsse|liebe grüße|liebe grüsse|herzliche grüße|herzliche grüsse|schöne grüße|gruß|grüße|mfg|lg|vg|hochachtungsvoll',
    'مع أطيب التحيات|مع خالص التحية|مع التحية|تحياتي|أطيب التحيات|وتفضلوا بقبول فائق الاحترام|مع تحياتي|خالص التحيات',
    'cordiali saluti|distinti saluti|saluti|met vriendelijke groet|met vriendelijke groeten|groet|groeten|pozdrawiam|z poważaniem|med venlig hilsen|venlig hilsen|mvh|hilsen|med vänliga hälsningar|vänliga hälsningar|ystävällisin terveisin|terveisin|üdvözlettel',
  ].flatMap((line) => line.split('|')),
);

/** A closing formula alone on its line, and at most six short lines below that say who. */
function formulaStart(lines: readonly string[], end: number): number | null {
  let filled = 0;
  for (let at = end - 1; at >= Math.max(0, end - 12) && filled <= 6; at--) {
    const line = plain(lines[at]);
    if (formulas.has(line.replace(/[\s,，.。!！、:;~\p{Extended_Pictographic}]+$/gu, '').toLowerCase()))
      // Politeness that ends a text without a name below is part of the text, if it is all that is said last.
      return filled > 0 || line.length <= 60 ? at : null;
    if (line.length > 80 || /[?？]$/.test(line)) return null;
    if (line !== '') filled++;
  }
  return null;
}

/** `-Jane Doe` as the last paragraph. A list has more than one such line. */
function dashedName(lines: readonly string[], end: number): number | null {
  const line = lines[end - 1] ?? '';
  if (!isBlank(lines[end - 2]) || end < 2) return null;
  if (!/^[-–—~]{1,2}\s?\p{Lu}[\p{L}.'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3}$/u.test(line.trim()))
    return null;
  return lines.slice(Math.max(0, end - 12), end - 1).some((it) => /^\s*[-–—•*]\s/.test(it)) ? null : end - 1;
}
