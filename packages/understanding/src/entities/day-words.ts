/** By how many days from today: how languages say so. Small letters. */
export const dayWords: ReadonlyArray<readonly [number, string]> = [
  [
    0,
    "today|this morning|this afternoon|this evening|tonight|今天|今日|今早|今晚|今晨|今朝|きょう|本日|오늘|сегодня|hoy|esta mañana|esta manana|esta tarde|esta noche|hôm nay|hom nay|sáng nay|sang nay|trưa nay|trua nay|chiều nay|chieu nay|tối nay|toi nay|hoje|esta manhã|bugün|bugun|bu sabah|hari ini|tadi pagi|tadi malam|วันนี้|เช้านี้|aujourd'hui|aujourd’hui|ce matin|ce soir|heute|اليوم|هذا الصباح",
  ],
  [
    -1,
    'yesterday|last night|昨天|昨日|昨晚|昨夜|昨儿|きのう|昨晩|ゆうべ|어제|어젯밤|вчера|ayer|anoche|hôm qua|hom qua|tối qua|toi qua|đêm qua|dem qua|chiều qua|ontem|dün|kemarin|เมื่อวาน|เมื่อคืน|gestern|أمس|امس|البارحة',
  ],
  [
    -2,
    'day before yesterday|the day before yesterday|前天|前日|一昨日|おととい|그저께|그제|엊그제|позавчера|anteayer|antier|antes de ayer|hôm kia|hom kia|anteontem|evvelsi gün|önceki gün|kemarin lusa|เมื่อวานซืน|avant-hier|vorgestern|أول أمس|اول امس',
  ],
  [-3, '大前天'],
  [1, 'tomorrow|明天|明日|あした|내일|завтра|ngày mai|ngay mai|amanhã|yarın|besok|พรุ่งนี้|demain|غدا|غدًا'],
];

/** Words that say something else in another language: only in their own. */
export const ownDayWords: Readonly<Record<string, ReadonlyArray<readonly [number, string]>>> = {
  fr: [[-1, 'hier']],
  de: [[1, 'morgen']],
  tr: [[-1, 'dun']],
  pt: [[1, 'amanha']],
};

/** Small numbers as they are written out where an age in days is told. */
const numbers =
  'a=1|an=1|one=1|two=2|three=3|four=4|five=5|six=6|seven=7|一=1|两=2|兩=2|二=2|三=3|四=4|五=5|六=6|七=7|八=8|九=9|十=10|un=1|una=1|dos=2|tres=3|um=1|uma=1|dois=2|duas=2|deux=2|trois=3|einem=1|einer=1|zwei=2|drei=3|два=2|две=2|три=3|bir=1|iki=2|üç=3|hai=2|ba=3|dua=2|tiga=3';
export const writtenNumbers: ReadonlyMap<string, number> = new Map(
  numbers.split('|').map((it) => [it.split('=')[0] ?? '', Number(it.split('=')[1])]),
);

const number = `(\\d{1,3}|${[...writtenNumbers.keys()].join('|')})`;
/** How languages say how long ago something was: the number is the first group, the unit the second. */
export const agoForms: readonly string[] = [
  `${number} ?(hours?|hrs?|h|days?|weeks?|months?) ago`,
  `${number} ?个?個?(小时|小時|钟头|鐘頭|天|日|周|週|星期|月)之?以?前`,
  `(\\d{1,3}) ?(時間|日|週間|か月|ヶ月|カ月)(?:ほど|くらい|ぐらい)?前`,
  `(\\d{1,3}) ?(시간|일|주|달|개월) ?전`,
  `${number} (час(?:а|ов)?|день|дня|дней|недел[юиь]|месяц(?:а|ев)?) назад`,
  `hace (?:unos |unas )?${number} (horas?|d[ií]as?|semanas?|mes(?:es)?)`,
  `(?:há|ha|faz) ${number} (horas?|dias?|semanas?|m[eê]s(?:es)?)`,
  `${number} (giờ|gio|tiếng|tieng|ngày|ngay|hôm|hom|tuần|tuan|tháng|thang) (?:trước|truoc)`,
  `${number} (saat|gün|gun|hafta|ay) (?:önce|once)`,
  `${number} (jam|hari|minggu|bulan) (?:yang )?lalu`,
  `(\\d{1,3}) ?(ชั่วโมง|วัน|สัปดาห์|เดือน) ?(?:ที่แล้ว|ที่ผ่านมา|ก่อน)`,
  `il y a ${number} (heures?|jours?|semaines?|mois)`,
  `vor ${number} (stunden?|tag(?:en)?|wochen?|monat(?:en)?)`,
  `(?:منذ|قبل) (\\d{1,3}) (ساعات|ساعة|أيام|ايام|يوم|أسابيع|أسبوع|أشهر|شهر)`,
];

/** Hours in a unit of time, by how it begins. */
export const hoursOf = (unit: string): number => {
  const begins = (all: string) => all.split('|').some((it) => unit.startsWith(it));
  if (begins('week|周|週|星期|주|недел|semana|tuần|tuan|hafta|minggu|สัปดาห์|woche|أسبوع|أسابيع'))
    return 24 * 7;
  if (begins('month|月|か月|ヶ月|カ月|달|개월|месяц|mes|mê|tháng|thang|ay|bulan|เดือน|mois|monat|شهر|أشهر'))
    return 24 * 30;
  if (begins('h|小时|小時|钟|鐘|時間|시간|час|giờ|gio|tiếng|tieng|saat|jam|ชั่วโมง|stunde|ساع'))
    return unit.startsWith('hari') || unit.startsWith('hôm') || unit.startsWith('hom') ? 24 : 1;
  return 24;
};
