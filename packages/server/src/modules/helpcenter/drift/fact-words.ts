/** What facts are about, in the words of the fifteen languages: the beginnings of words, small letters. */
const words = {
  fee: 'fee|charge|cost|手续费|手續費|矿工费|礦工費|费用|費用|手数料|수수료|комисси|comisi|tarifa|coste|costo|phí|taxa|ücret|komisyon|biaya|ค่าธรรมเนียม|frais|gebühr|kosten|رسوم|عمولة',
  least:
    'minim|least|min.|最小|最低|最少|최소|миним|не менее|mínim|tối thiểu|ít nhất|en az|asgari|ขั้นต่ำ|mindest|الحد الأدنى|أدنى',
  most: 'maxim|at most|max.|最大|最高|最多|최대|максим|máxim|tối đa|azami|en fazla|en çok|maksim|สูงสุด|höchst|الحد الأقصى|أقصى',
  deposit:
    'deposit|top up|充值|充币|充幣|儲值|入金|入币|입금|депозит|пополн|зачисл|depósit|depósito|nạp|yatır|setor|ฝาก|dépôt|einzahl|إيداع',
  withdraw:
    'withdraw|提现|提币|提領|提幣|提取|出金|출금|вывод|вывест|retir|rút|saque|sacar|çek|penarikan|tarik|ถอน|retrait|auszahl|abhebung|سحب',
  suspended:
    'suspend|paused|halted|maintenance|not available|暂停|暫停|维护|維護|停止|中止|メンテナンス|중단|중지|점검|приостан|недоступ|обслужив|pausad|mantenimiento|manutenção|tạm ngừng|tạm dừng|bảo trì|askıya|durdur|bakım|ditangguhkan|dihentikan|pemeliharaan|ระงับ|ปิดปรับปรุง|ausgesetzt|wartung|gesperrt|معلق|تعليق|موقوف|صيانة',
  confirm: 'confirm|确认|確認|承認|확인|컨펌|подтвержд|xác nhận|onay|konfirmasi|ยืนยัน|bestätig|تأكيد',
  maker: 'maker|挂单|掛單|メイカー|메이커|мейкер',
  taker: 'taker|吃单|吃單|テイカー|테이커|тейкер',
  spot: 'spot|现货|現貨|現物|현물|спот|contado|giao ngay|à vista|สปอต|فوري',
  futures:
    'future|contract|合约|合約|先物|선물|фьючерс|futuro|contrato|tương lai|vadeli|berjangka|kontrak|ฟิวเจอร์ส|contrat|kontrakt|عقود',
} as const;
export type FactWord = keyof typeof words;

/** Whether a text speaks of it. */
export const speaksOf = (word: FactWord, text: string): boolean =>
  words[word].split('|').some((it) => text.includes(it));

/** Where in a text it speaks of it: the first character after each such word. */
export function placesOf(word: FactWord, text: string): number[] {
  return words[word].split('|').flatMap((it) => {
    const places: number[] = [];
    for (let at = text.indexOf(it); at !== -1; at = text.indexOf(it, at + 1)) places.push(at);
    return places;
  });
}

/** How assets and networks are called beside their codes. */
const names: Readonly<Record<string, readonly string[]>> = {
  BTC: ['bitcoin', '比特币', '比特幣', 'ビットコイン', '비트코인', 'биткоин', 'биткойн'],
  ETH: ['ethereum', 'ether', '以太坊', '以太币', '以太幣', 'イーサリアム', '이더리움', 'эфир'],
  USDT: ['tether', '泰达币', '泰達幣', 'テザー', '테더'],
  XRP: ['ripple', '瑞波', 'リップル', '리플'],
  LTC: ['litecoin', '莱特币', '萊特幣', 'ライトコイン', '라이트코인'],
  DOGE: ['dogecoin', '狗狗币', '狗狗幣', 'ドージ', '도지'],
  SOL: ['solana', 'ソラナ', '솔라나'],
  TRC20: ['tron', 'trx', '波场', '波場', 'トロン', '트론'],
  ERC20: ['ethereum', '以太坊', 'イーサリアム', '이더리움'],
  BEP20: ['bsc', 'bnb smart chain', 'bnb chain'],
};

/** Whether a text names an asset or a network, by its code however it is written (TRC-20, trc 20) or by its name. */
export function namesCode(code: string, text: string): boolean {
  const loose = code.toLowerCase().replace(/([a-z])(\d)/g, '$1[- ]?$2');
  const whole = new RegExp(`(?<![a-z0-9])${loose}(?![a-z0-9])`);
  return whole.test(text) || (names[code] ?? []).some((it) => text.includes(it));
}

/** A pattern of the ways to write an asset beside an amount. */
export const unitPattern = (code: string): string =>
  `(?:${[code.toLowerCase(), ...(names[code] ?? [])].join('|')})(?![a-z0-9])`;
