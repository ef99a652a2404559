import type { Locale } from '@fairlead/contract';
import type { AlertKind } from '@fairlead/markdown';

const of = (
  note: string,
  tip: string,
  important: string,
  warning: string,
  caution: string,
): Record<AlertKind, string> => ({ note, tip, important, warning, caution });

/** What stands above a callout, in the language of its text. */
export const alertTitles: Readonly<Record<Locale, Readonly<Record<AlertKind, string>>>> = {
  'zh-CN': of('说明', '提示', '重要', '注意', '警告'),
  en: of('Note', 'Tip', 'Important', 'Warning', 'Caution'),
  ja: of('補足', 'ヒント', '重要', '注意', '警告'),
  ko: of('참고', '도움말', '중요', '주의', '경고'),
  ru: of('Примечание', 'Совет', 'Важно', 'Внимание', 'Осторожно'),
  es: of('Nota', 'Consejo', 'Importante', 'Atención', 'Precaución'),
  vi: of('Ghi chú', 'Mẹo', 'Quan trọng', 'Lưu ý', 'Cảnh báo'),
  'zh-TW': of('說明', '提示', '重要', '注意', '警告'),
  'pt-BR': of('Observação', 'Dica', 'Importante', 'Atenção', 'Cuidado'),
  tr: of('Not', 'İpucu', 'Önemli', 'Dikkat', 'Uyarı'),
  id: of('Catatan', 'Tips', 'Penting', 'Perhatian', 'Peringatan'),
  th: of('หมายเหตุ', 'เคล็ดลับ', 'สำคัญ', 'ข้อควรระวัง', 'คำเตือน'),
  fr: of('Remarque', 'Conseil', 'Important', 'Attention', 'Prudence'),
  de: of('Hinweis', 'Tipp', 'Wichtig', 'Achtung', 'Vorsicht'),
  ar: of('ملاحظة', 'نصيحة', 'مهم', 'تنبيه', 'تحذير'),
};
