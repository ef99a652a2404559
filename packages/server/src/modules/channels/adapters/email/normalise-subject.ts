/** What mail programs put before the subject of an answer or a forwarded letter, in the languages that customers write and their neighbours. */
const prefixes = [
  're|fw|fwd|fyi',
  '回复|回覆|答复|答覆|转发|轉寄|轉發|转寄|回信|回執|回执',
  '返信|転送|返|転',
  '회신|답장|답신|전달|답변|전송',
  'отв|ответ|пересл|перес|пер|на',
  'rv|rsp|res|resp|reenv|renv',
  'enc|resposta',
  'trả lời|tl|chuyển tiếp|ct',
  'ynt|yan|ilt|İlt|yön|yanıt|ileti',
  'bls|balas|balasan|trs|terusan|teruskan',
  'ตอบกลับ|ตอบ|ส่งต่อ',
  'ré|réf|rép|tr|trf|rif|transf',
  'aw|wg|antw|antwort|wtr',
  'رد|إعادة توجيه|اعادة توجيه|الرد|تحويل',
  'sv|vs|vb|vl|doorst|i|r|odp|pd|fs|továbbítás|vá|továbbra|απ|πρθ|ang|ods|hsv|atb|bls|vid|за',
].join('|');
const prefix = new RegExp(
  `^(?:${prefixes})\\s?(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^?\\d{1,3})?\\s?[:：]\\s*`,
  'iu',
);
/** `[EXTERNAL]`, `[SPAM]` and the like, which gateways add. */
const tag =
  /^(?:\[(?:ext|external|extern|spam|suspected spam|bulk|sec|security|caution|外部邮件|外部郵件|外部メール)[^\]]{0,20}\]|\*{2,5}spam\*{2,5}|外部邮件[:：])\s*/iu;

/** A subject by which letters of one thread are alike: without what mail programs add, in one case and spacing. */
export function normaliseSubject(subject: string): string {
  let rest = subject.slice(0, 1000).normalize('NFKC').replace(/\s+/g, ' ').trim();
  // As many as a long thread collects; each pass takes one.
  for (let pass = 0; pass < 30; pass++) {
    const shorter = rest.replace(prefix, '').replace(tag, '').trimStart();
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest
    .replace(/\s?\((?:fwd|转发|轉寄)\)$/i, '')
    .trim()
    .toLowerCase();
}
