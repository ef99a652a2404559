import { plain, type Spotted } from './entity.ts';

/** What people put before the number of an order, in the languages of the house. */
const orderLabels =
  'order|trade|订单|訂單|委托单|委託單|流水号|注文|取引|주문|거래|заказа?|ордера?|сделк[аи]|pedido|orden|operaci[oó]n|ordem|đơn|lệnh|giao dịch|sipariş|emir|pesanan|คำสั่งซื้อ|คำสั่ง|commande|ordre|auftrag|bestellung|الطلب';
const numbering =
  '\\s*(?:id|no\\.?|nr\\.?|n[º°.]|number|número|numéro|numarası|nummer|号码|编号|號碼|編號|番号|번호|номер|号|號|#|№|hàng|mã|số|رقم)?';
const between = '[\\s:：#№=是为為は는은："\'（(]{0,4}';

/** Labels stand alone where words do: the end of `border` is none. */
const alone = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])';

const orders = new RegExp(
  `${alone}(?:${orderLabels})${numbering}${between}([a-z0-9][\\w-]{5,40})(?![\\w-])`,
  'giu',
);
const numbersOfOrders =
  /(?:номер (?:заказа|ордера|сделки)|número de (?:orden|pedido|operación)|n[º°] de (?:orden|pedido)|mã (?:đơn(?: hàng)?|lệnh|giao dịch))[\s:：#№=]{0,4}([a-z0-9][\w-]{5,40})(?![\w-])/giu;
/** The exchange's own numbers, standing alone. */
const bare = /(?<![\w.,+-])\d{15,19}(?![\w-]|[.,]\d)/g;

const errorLabels =
  "error(?: ?code)?|err[-_ ]?code|err|错误(?:代)?码|错误代号|錯誤代?碼|报错(?:代?码)?|报错信息|エラー(?:コード|番号)?|오류(?: ?코드)?|에러(?: ?코드)?|(?:код )?ошибк[аи]|código de error|c[oó]digo de erro|erro|mã lỗi|lỗi|hata(?: kodu)?|kode (?:error|kesalahan)|รหัสข้อผิดพลาด|code d’erreur|code d'erreur|erreur|fehlercode|fehler|رمز الخطأ";
const errors = new RegExp(
  `${alone}(?:${errorLabels})["']?${between}([a-z0-9][\\w.-]{1,60}?)(?=[.,;:!?)]*(?:[^\\w.-]|$))`,
  'giu',
);
/** Codes that tell by themselves what they are: as the exchange's API writes them, or browsers do. */
const selfEvident =
  /(?<![\w/.-])(?:[a-z0-9]+(?:-[a-z0-9]+)+-(?:error|invalid|valid|insufficient|exceeded|forbidden|expired|required|failed)|ERR_[A-Z0-9_]{3,40})(?![\w-])/g;

/** Numbers of orders in a text: labelled as such, or as long as the exchange makes them. What could be the number of a bank card is none. */
export function recogniseOrders(text: string): Spotted[] {
  const labelled = [...labelledIn(text, orders), ...labelledIn(text, numbersOfOrders)]
    .map(({ written, start }) => ({ written: written.replace(/[-_]+$/, ''), start }))
    .filter(({ written }) => written.replace(/\D/g, '').length >= 6);
  const unlabelled = [...text.matchAll(bare)]
    .filter(([id]) => !isCardNumber(id))
    .map((match) => ({ written: match[0], start: match.index }));
  return [...labelled, ...unlabelled].map(({ written, start }) => ({
    entity: plain('order_id', written),
    start,
  }));
}

/** Codes of errors in a text. A word is none: a code has digits, or joins its words. */
export function recogniseErrors(text: string): Spotted[] {
  const labelled = labelledIn(text, errors).filter(({ written }) => isCode(written));
  const unlabelled = [...text.matchAll(selfEvident)].map((match) => ({
    written: match[0],
    start: match.index,
  }));
  return [...labelled, ...unlabelled].map(({ written, start }) => ({
    entity: plain('error_code', written),
    start,
  }));
}

/** What stands behind a label: it ends where the match does, for nothing but a look ahead follows it. */
const labelledIn = (text: string, labels: RegExp) =>
  [...text.matchAll(labels)].map((match) => {
    const written = match[1] ?? '';
    return { written, start: match.index + match[0].length - written.length };
  });

const isCode = (text: string) =>
  /^(?:[A-Za-z]{0,6}[-_]?\d{3,6}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+(?:\.[a-z_]+)+)$/.test(
    text,
  );

/** By the check digit that numbers of cards carry (ISO/IEC 7812). */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
