import type { FlowSlots } from '@fairlead/contract';

/** How customers say it, in the languages in which assets and amounts are found. */
const above =
  /\b(?:above|over|higher than|rises?|goes up|climbs?|hits?|reach(?:es)?|gets? to|passes|crosses|breaks|tops)\b|[涨漲]|高[于於]|超[过過]|突破|[达達升]到|站上|上回|超え|以上|達し|到達|上がっ|오르|올라|넘|이상|초과|도달|돌파|выше|подним|вырас|дости|превыс|дойд|пробь|por encima|sub[ea]|super[ea]|alcan[cz]|llegu?e|romp[ea]|vượt|tăng|trên|đạt|chạm/iu;
const below =
  /\b(?:below|under|lower than|falls?|drops?|goes down|dips?|sinks?|slips?|less than)\b|[跌]|低[于於]|[降]到|下回|割[るっり]|以下|下がっ|落ち|내려|떨어|아래|이하|미만|하락|밑|ниже|упад|опуст|снизи|просяд|por debajo|baj[ea]|ca(?:e|iga)|menos de|descien|dưới|giảm|xuống|rớt/iu;
/** In either direction, by so many percent. */
const moves =
  /\b(?:moves?|changes?|swings?|jumps?|drops?|falls?|rises?|up or down|dips?|climbs?|gains?|loses?|by)\b|[涨漲跌]|波[动動]|[变變][动動]|[变變]化|振幅|動い|変動|上下|上が|下が|움직|변동|오르|내리|떨어|하락|상승|등락|измен|вырас|упад|сдвин|подскоч|двин|колебл|sub[ea]|baj[ea]|ca(?:e|iga)|muev|var[ií]|cambi|biến động|thay đổi|tăng|giảm/iu;
const hour =
  /\b(?:(?:an|1|one|per|in the|the last) hour|hourly|1h)\b|[一1]\s?(?:个)?小[时時]|[一1]\s?[个個]?小[时時]|1\s?時間|一時間|1\s?시간|한\s?시간|за час|в час|1 час|una hora|1 hora|(?:một|1) giờ|1h\b/iu;
const networkWord =
  /\b(?:deposits?|withdrawals?|network|chain)\b|充[值币幣]|提[现現币幣領领]|儲值|入金|出金|入出金|网络|網[络絡路]|ネットワーク|입금|출금|입출금|네트워크|ввод|вывод|пополнени|депозит|сет[иь]|dep[óo]sitos?|retiros?|red\b|nạp|rút|mạng/iu;
const gate =
  /\b(?:resum\w*|re-?open\w*|open\w*|back|suspend\w*|paus\w*|halt\w*|stops?|stopped|clos\w*|disabled|enabled|available again|maintenance)\b|恢[复復]|[开開]放|重新[开開][放启啟]|[开開][启啟通]|[暂暫]停|[关關][闭閉]|停止|再開|停止|一時停止|メンテ|재개|중단|열리|중지|정지|점검|возобнов|откро|приостан|закро|снова|остановят|reanud|reab|abr[ae]|suspend|par[ae]n|cierr|detien|mở lại|mở|tạm dừng|tạm ngưng|ngừng|đóng|khôi phục|bảo trì/iu;
/** That one wishes to be told, as against what one tells or asks. */
const tell =
  /\b(?:tell me|let me know|alert me|notify(?: me)?|ping me|remind me|warn me|message me|text me|inform me|give me a (?:shout|heads[- ]up)|heads[- ]up|set (?:an? )?(?:price )?alert|alert (?:if|when)|notification (?:if|when)|buzz me|shout)\b|提醒|通知|告[诉訴]|[叫喊]我|知[会會]我|[设設](?:个|個|置|定)?.{0,6}提醒|教えて|知らせ|通知して|アラート|알려|알림|알람|통보|сообщи|уведом|напомни|оповест|скажи|дай знать|предупреди|пришли (?:уведомление|оповещение)|avis[ae]|avísame|notif[ií]ca|dime|dígame|alértame|alerta cuando|recu[eé]rda|báo|thông báo|nhắc|cho (?:tôi|mình) biết|cảnh báo/iu;
/** On what happens, not on what one asks how to do. */
const once =
  /\b(?:when(?:ever)?|if|once|as soon as|the moment|in case|should)\b|[时時]|一旦|如果|要是|只要|就|的[话話]|了|たら|れば|とき|時|際|면|때|когда|если|как только|при\s|cuando|si\b|en cuanto|apenas|khi|nếu|lúc/iu;
const list =
  /\b(?:show|list|see|which|what)\b|查看|看看|哪些|列出|一覧|見せ|確認|보여|목록|какие|покажи|список|mu[eé]str|ver mis|qué alertas|cuáles|xem|danh sách/iu;
const stop =
  /\b(?:stop|cancel|turn off|switch off|disable|remove|delete)\b|取消|停止|[关關][闭閉掉]|[删刪]除|止め|停止|解除|중지|꺼|취소|삭제|отключ|останов|отмени|удали|убер|det[eé]n|cancela|desactiva|quita|elimina|dừng|tắt|hủy/iu;
/** One word that speaks of one's own, so that a question about alerts in general is none of these. */
const own = /\b(?:my|mine)\b|我[的]?|わたし|私の|内の|내|제|мои|моих|мне|\bmis?\b|của tôi|của mình/iu;
const percent = /[%％]|\bpercent\b|百分|パーセント|퍼센트|프로|процент|por ciento|phần trăm/iu;
const number = /\d[\d.,'’ \u00a0\u202f]*\d|\d/gu;
const question =
  /\b(?:is|safe|risky|legit|how|where|why|can|could)\b|怎么|怎麼|如何|哪里|哪裡|为什么|為什麼|どうやって|どこ|어떻게|어디|как(?! только)|где|почему|c[oó]mo|d[oó]nde|por qué|cách|ở đâu|tại sao/iu;
/** Something of the customer's own that is asked after: then it is no wish about the market. */
const ownMatter =
  /\bmy (?:deposit|withdrawal|order|account|funds|money|transfer|kyc|card|payment)|我的(?:充|提|[订訂][单單]|[账帳]|[钱錢]|[资資]金|[转轉])|私の(?:入金|出金|注文|口座)|(?:내|제) (?:입금|출금|주문|계좌|계정|돈)|мо(?:й|и|я|ё|ю|его) (?:вывод|депозит|ордер|аккаунт|перевод|деньг|средств|заявк)|mis? (?:dep[óo]sito|retiro|orden|cuenta|dinero|fondos|transferencia)|(?:nạp|rút|lệnh|tài khoản|tiền) của (?:tôi|mình)/iu;

/**
 * What a text wishes of alerts: a price to be told of, with its level in USDT; a move, with its percent; networks; to be told which there are; to stop
 * them. Nothing where it is not plain: then an article answers, and where it was read wrong the customer is asked before anything is done. Pure.
 */
export function alertWish(text: string): Pick<FlowSlots, 'alert' | 'level'> {
  const numbers = [...text.replace(spans, '').matchAll(number)];
  const [only] = numbers;
  if (isPlainWish(text) && networkWord.test(text) && gate.test(text) && numbers.length === 0)
    return { alert: 'networks' };
  if (percent.test(text))
    return moveIn(
      text,
      numbers.map(([written]) => written),
    );
  if (numbers.length > 1) return {};
  if (only) {
    const said = text.replace(spans, '');
    const [up, down] = [above.test(said), below.test(said)];
    const level = levelOf(only[0], said.slice(only.index + only[0].length));
    return up === down || level === null ? {} : { alert: up ? 'above' : 'below', level };
  }
  if (question.test(text) || !own.test(text)) return {};
  if (stop.test(text)) return { alert: 'stop' };
  return list.test(text) ? { alert: 'list' } : {};
}

/** Numbers that are no level: the span of a move, and those in the names of networks. */
const spans =
  /\b(?:1|24)\s?(?:h|hours?|hrs?)\b|24\s?(?:小[时時]|時間|시간|час\S*|horas|giờ)|1\s?(?:[个個]?小[时時]|時間|시간|час\S*|hora|giờ)|\b(?:TRC|ERC|BEP)-?20\b/giu;

/** A move by so many percent, within a day where nothing else is said. Only of who wishes to be told: many speak of percents. */
function moveIn(text: string, numbers: readonly string[]): Pick<FlowSlots, 'alert' | 'level'> {
  const [written] = numbers;
  if (written === undefined || numbers.length > 1 || !isPlainWish(text) || !moves.test(text)) return {};
  const level = written.replace(',', '.');
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(level) || Number(level) <= 0) return {};
  return { alert: hour.test(text) ? 'hour' : 'day', level };
}

/** Whether somebody plainly wishes to be told of the market when something happens: then it is so, whatever else it looks like. Pure. */
export const isPlainWish = (text: string): boolean =>
  tell.test(text) && once.test(text) && !question.test(text) && !ownMatter.test(text);

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
