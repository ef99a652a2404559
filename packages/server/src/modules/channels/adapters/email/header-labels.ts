/** What a line in a block of quoted headers says. */
export type HeaderLabel = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** The words by which mail programs lead the lines of quoted headers, in the languages that customers write and their neighbours. */
const words: Record<HeaderLabel, string> = {
  from:
    'from|发件人|發件人|寄件者|寄件人|差出人|送信者|送信元|보낸 사람|보낸사람|보낸이|발신|от|от кого|отправитель|de|remitente|remetente|' +
    'từ|người gửi|kimden|gönderen|dari|pengirim|จาก|ผู้ส่ง|expéditeur|von|absender|من|المرسل|da|mittente|van|od|nadawca|fra|från|lähettäjä|feladó|від|από',
  date:
    'date|sent|sent on|sent at|time|日期|时间|時間|发送时间|發送時間|发送日期|發送日期|寄件日期|傳送日期|傳送時間|送信日時|日時|日付|送信日|' +
    '날짜|보낸 날짜|보낸날짜|보낸 시간|보낸시간|일시|дата|отправлено|отправлен|fecha|enviado|enviado el|enviada|enviada em|enviado em|data|' +
    'đã gửi|ngày|ngày gửi|gửi|thời gian|gönderildi|gönderme tarihi|gönderim tarihi|tarih|tanggal|dikirim|terkirim|waktu|วันที่|ส่งเมื่อ|ส่ง|เวลา|' +
    'envoyé|envoyé le|message du|gesendet|gesendet am|datum|التاريخ|تاريخ|تاريخ الإرسال|تم الإرسال|أرسلت|مرسل|inviato|verzonden|wysłano|wysłane|dato|sendt|skickat|lähetetty|päivämäärä|elküldve|dátum|дата відправлення|надіслано',
  to:
    'to|收件人|收件者|收信人|宛先|送信先|받는 사람|받는사람|받는이|수신|кому|получатель|para|destinatario|destinatário|tới|đến|người nhận|gửi đến|' +
    'kime|alıcı|kepada|ke|untuk|penerima|ถึง|ผู้รับ|à|a|destinataire|an|empfänger|إلى|الى|المستلم|aan|do|adresat|til|till|vastaanottaja|címzett',
  cc: 'cc|bcc|抄送|抄送人|副本|密送|密件副本|同报|参照|參照|참조|숨은 참조|копия|скрытая копия|con copia|com cópia|đồng gửi|bilgi|tembusan|สำเนา|สำเนาถึง|copie|copie à|kopie|نسخة|kopia|kopi|dw',
  subject:
    'subject|主题|主題|主旨|标题|標題|件名|표제|제목|тема|asunto|assunto|chủ đề|tiêu đề|konu|subjek|perihal|judul|เรื่อง|หัวเรื่อง|หัวข้อ|' +
    'objet|sujet|betreff|الموضوع|موضوع|oggetto|onderwerp|temat|emne|ämne|aihe|tárgy',
  other:
    'reply-to|reply to|回复|答复|回覆|返信先|답장 받는 사람|ответить|responder a|antwort an|répondre à|importance|priority|重要性|优先级|attachments|附件|添付ファイル|첨부파일|' +
    'вложения|archivos adjuntos|anexos|anlagen|pièces jointes|wichtigkeit|resent-from|organization|x-mailer|mailing-list|list-unsubscribe',
};

const labels = new Map<string, HeaderLabel>(
  (Object.entries(words) as [HeaderLabel, string][]).flatMap(([label, list]) =>
    list.split('|').map((word): [string, HeaderLabel] => [word, label]),
  ),
);

/** A line of quoted headers: what it is and what it says. Bold marks (`*From:*`) and indents are passed over. Null for other lines. */
export function headerLine(line: string): { label: HeaderLabel; value: string } | null {
  const start = line.slice(0, 80);
  const colon = start.search(/[:：]/);
  if (colon < 1) return null;
  const word = start
    .slice(0, colon)
    .replace(/[*_\u00a0\u3000\u200e\u200f\u202a-\u202e|\s]+/g, ' ')
    .trim()
    .toLowerCase();
  // Chinese and Japanese programs fill short words up: `主 题`.
  const label = labels.get(word) ?? labels.get(word.replaceAll(' ', ''));
  return label ? { label, value: line.slice(colon + 1).replace(/^[\s*_]+/, '') } : null;
}
