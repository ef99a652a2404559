/** The words that stand between dashes over quoted and forwarded letters. */
const phrases = [
  'original message|original mail|original email|original appointment|forwarded message|forwarded mail|replied message|reply message|forwarded by|begin forwarded message|message original',
  '原始邮件|原始郵件|原邮件|原郵件|原始信件|原始消息|转发邮件|转发邮件信息|转发的邮件|轉寄郵件|轉寄信件|回复的原邮件|回覆的原郵件|转发的原邮件|以下是转发的邮件|邮件原件|转发信息|原信',
  '元のメッセージ|オリジナルメッセージ|転送メッセージ|転送されたメッセージ|転送元のメッセージ|返信元メッセージ|元のメール',
  '원본 메시지|원본 메세지|원본메시지|원본 메일|원본메일|전달된 메시지|전달 메시지|전달된 메일',
  'исходное сообщение|пересылаемое сообщение|пересланное сообщение|пересылаемое письмо|исходное письмо|перенаправленное сообщение|начало переадресованного сообщения',
  'mensaje original|mensaje reenviado|mensaje enviado|mensagem original|mensagem encaminhada|mensagem reencaminhada',
  'tin nhắn gốc|thư gốc|thư đã chuyển tiếp|thư được chuyển tiếp|tin nhắn đã chuyển tiếp|nội dung gốc',
  'özgün ileti|orijinal mesaj|orijinal ileti|asıl mesaj|iletilen ileti|iletilen mesaj|yönlendirilen mesaj|yönlendirilmiş ileti',
  'pesan asli|pesan terusan|pesan yang diteruskan|pesan diteruskan|email asli',
  'ข้อความต้นฉบับ|ข้อความเดิม|ข้อความที่ส่งต่อ|ข้อความส่งต่อ',
  "message d'origine|message d’origine|message transféré|message transfere|e-mail d'origine|mail original|message initial",
  'ursprüngliche nachricht|ursprungliche nachricht|originalnachricht|original-nachricht|weitergeleitete nachricht|originalmail|ursprüngliche e-mail',
  'الرسالة الأصلية|رسالة أصلية|رسالة معاد توجيهها|الرسالة المعاد توجيهها|رسالة محولة',
  'messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|wiadomość oryginalna|wiadomość przekazana|oprindelig besked|opprinnelig melding|videresendt besked|ursprungligt meddelande|vidarebefordrat meddelande|alkuperäinen viesti|eredeti üzenet|původní zpráva|původní e-mail|оригінальне повідомлення',
];
const known = new Set(phrases.flatMap((line) => line.split('|')));

/** A line such as `-----Original Message-----`: one of the phrases, with dashes at both sides, or at one and nothing else. */
export function isSeparator(line: string): boolean {
  if (line.length > 120) return false;
  const phrase = betweenDashes(line);
  return phrase !== null && known.has(phrase);
}

/** A phrase that we do not know, between rows of dashes: says something only where quoted headers follow. */
export const isUnknownSeparator = (line: string): boolean =>
  line.length <= 120 && /^[\s>*]*[-_=]{3,}\s*[\p{L}][\p{L}\s.'’]{2,50}[-_=]{3,}\s*$/u.test(line);

/** A line that leads forwarded headers in with a colon: `Begin forwarded message:`. */
export function isLeadIn(line: string): boolean {
  if (line.length > 80 || !/[:：]\s*$/.test(line)) return false;
  return (
    known.has(
      line
        .replace(/[:：]\s*$/, '')
        .trim()
        .toLowerCase(),
    ) ||
    leadIns.has(
      line
        .replace(/[:：]\s*$/, '')
        .trim()
        .toLowerCase(),
    )
  );
}

const leadIns = new Set([
  '开始转发的邮件',
  '下面是被转发的邮件',
  '開始轉寄郵件',
  '以下は転送されたメッセージです',
  'début du message transféré',
  'début du message réexpédié',
  'anfang der weitergeleiteten nachricht',
  'inicio del mensaje reenviado',
  'início da mensagem encaminhada',
  'início da mensagem reencaminhada',
  '전달된 메시지 시작',
  'iletilen mesaj başlangıcı',
  'mulai pesan diteruskan',
  'เริ่มส่งต่อข้อความ',
  'bắt đầu tin nhắn được chuyển tiếp',
  'بداية الرسالة المعاد توجيهها',
]);

/** A line of nothing but a rule: underscores, dashes and their like. */
export const isRule = (line: string): boolean =>
  line.length <= 200 && /^[\s*]*[-_=—–―─━]{3,}[\s*]*$/.test(line);

function betweenDashes(line: string): string | null {
  const text = line.replace(/^[\s>*]+/, '').trimEnd();
  const bare = text.replace(/^[-_=—–―─━ ]+/, '').replace(/[-_=—–―─━ *]+$/, '');
  const lead = text.length - text.replace(/^[-_=—–―─━]+/, '').length;
  if (lead < 2) return null;
  return bare.replace(/\s+/g, ' ').toLowerCase();
}
