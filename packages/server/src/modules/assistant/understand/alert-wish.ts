import type { FlowSlots } from '@fairlead/contract';

/** How customers say it, in the languages in which assets and amounts are found. */
const above =
  /\b(?:above|over|higher than|rises?|goes up|hits?|reach(?:es)?|gets? to|passes)\b|[涨漲]|高[于於]|超[过過]|突破|[达達]到|上回|超え|以上|오르|올라|넘|이상|초과|выше|подним|вырас|дости|превыс|дойд|por encima|sub[ea]|super[ea]|alcan[cz]|llegu?e|vượt|tăng|trên|đạt|chạm/iu;
const below =
  /\b(?:below|under|lower than|falls?|drops?|goes down|dips?|sinks?)\b|[跌]|低[于於]|[降]到|下回|割[るっり]|以下|下がっ|내려|떨어|아래|이하|미만|밑|ниже|упад|опуст|снизи|por debajo|baj[ea]|ca(?:e|iga)|dưới|giảm|xuống/iu;
const list =
  /\b(?:show|list|see|which|what)\b|查看|看看|哪些|列出|一覧|見せ|確認|보여|목록|какие|покажи|список|mu[eé]str|ver mis|qué alertas|cuáles|xem|danh sách/iu;
const stop =
  /\b(?:stop|cancel|turn off|switch off|disable|remove|delete)\b|取消|停止|[关關][闭閉掉]|[删刪]除|止め|停止|解除|중지|꺼|취소|삭제|отключ|останов|отмени|удали|убер|det[eé]n|cancela|desactiva|quita|elimina|dừng|tắt|hủy/iu;
/** One word that speaks of one's own, so that a question about alerts in general is none of these. */
const own = /\b(?:my|mine)\b|我[的]?|わたし|私の|内の|내|제|мои|моих|мне|\bmis?\b|của tôi|của mình/iu;
const percent = /[%％]|\bpercent\b|百分|パーセント|퍼센트|процент|por ciento|phần trăm/iu;
const number = /\d[\d.,'’ \u00a0\u202f]*\d|\d/gu;
const question =
  /\b(?:is|safe|risky|legit|how|where|why|can|could)\b|怎么|怎麼|如何|哪里|哪裡|为什么|為什麼|どうやって|どこ|어떻게|어디|как|где|почему|c[oó]mo|d[oó]nde|por qué|cách|ở đâu|tại sao/iu;

/**
 * What a text wishes of alerts: a price to be told of, with its level in USDT; to be told which there are; to stop them. Nothing where it is not plain: then
 * an article answers, and where it was read wrong the customer is asked before anything is done. Pure.
 */
export function alertWish(text: string): Pick<FlowSlots, 'alert' | 'level'> {
  if (percent.test(text)) return {};
  const numbers = [...text.matchAll(number)];
  const [only] = numbers;
  if (numbers.length > 1) return {};
  if (only) {
    const [up, down] = [above.test(text), below.test(text)];
    const level = levelOf(only[0], text.slice(only.index + only[0].length));
    return up === down || level === null ? {} : { alert: up ? 'above' : 'below', level };
  }
  if (question.test(text) || !own.test(text)) return {};
  if (stop.test(text)) return { alert: 'stop' };
  return list.test(text) ? { alert: 'list' } : {};
}

const scales: ReadonlyArray<readonly [RegExp, number]> = [
  [/^\s?(?:k\b|к\b|тыс|천|mil\b|ng(?:hìn|àn))/iu, 1_000],
  [/^\s?(?:[万萬]|만)/u, 10_000],
  [/^\s?(?:m\b|мл?н|triệu)/iu, 1_000_000],
];

/** A number as people write it: `60,000`, `60.000`, `0.11`, `70k`, `7万`. Null for what may be a date, or is no price. */
function levelOf(written: string, after: string): string | null {
  const bare = written.replace(/[ '’\u00a0\u202f]/gu, '');
  const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(bare);
  const plain = grouped
    ? bare.replace(/[.,]/g, '')
    : bare.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  if (!/^\d{1,12}(?:\.\d{1,12})?$/.test(plain)) return null;
  const scale = scales.find(([of]) => of.test(after))?.[1] ?? 1;
  const level = scale === 1 ? plain : String(Number((Number(plain) * scale).toPrecision(12)));
  return Number(level) > 0 ? level : null;
}
