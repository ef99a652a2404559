import sharp from 'sharp';

/** What a screen of a wallet or of the exchange says, in one language. */
export interface Screen {
  readonly title: string;
  /** A sentence or two, as such screens explain themselves. */
  readonly says: string;
  readonly amount: readonly [label: string, value: string];
  readonly network: readonly [label: string, value: string];
  readonly address: readonly [label: string, value: string];
  readonly txid: readonly [label: string, value: string];
  readonly order: readonly [label: string, value: string];
  readonly error: readonly [label: string, value: string];
}

export const screens: Readonly<Record<string, Screen>> = {
  en: {
    title: 'Withdrawal details',
    says: 'Your withdrawal was sent and is waiting for confirmations on the network.',
    amount: ['Amount', '1,250.5 USDT'],
    network: ['Network', 'TRC20'],
    address: ['Address', 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8'],
    txid: ['TXID', '7c9f0e5b2d4a8136ef57c0b91d3e6a28f4057b9ce1d2638ab5f70c4e912d6b3a'],
    order: ['Order ID', '1284570396184'],
    error: ['Error code', '40013'],
  },
  zh: {
    title: '提币详情',
    says: '您的提币已发出，正在等待区块确认，请耐心等待。',
    amount: ['数量', '860.75 USDT'],
    network: ['网络', 'ERC20'],
    address: ['地址', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
    txid: ['交易哈希', '0x3b1f6c8e0d92a7455be1c0f7d8264a9173ec5d0b6fa2841739c5e0d16b8f42a7'],
    order: ['订单号', '6620195384417'],
    error: ['错误码', '10056'],
  },
  ja: {
    title: '出金の詳細',
    says: '出金を受け付けました。ネットワークの承認をお待ちください。',
    amount: ['数量', '0.4821 BTC'],
    network: ['ネットワーク', 'Bitcoin'],
    address: ['アドレス', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    txid: ['トランザクション', 'e2a91c70d5b84f36987e1fc2034ab6d95718ec03fb6d4a29c5e07b8d136f2a40'],
    order: ['注文番号', '5501937264880'],
    error: ['エラーコード', '30021'],
  },
  ko: {
    title: '출금 상세',
    says: '출금 요청이 접수되어 네트워크 확인을 기다리고 있습니다.',
    amount: ['수량', '3,400 XRP'],
    network: ['네트워크', 'XRP'],
    address: ['주소', 'rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh'],
    txid: ['트랜잭션', 'B5F762798A53D543A014CAF8B297CFF8F2F937E8C1D0463F79A5E2B60D184C3E'],
    order: ['주문번호', '7740261593308'],
    error: ['오류 코드', '20114'],
  },
  ru: {
    title: 'Детали вывода',
    says: 'Ваш вывод отправлен и ожидает подтверждений в сети.',
    amount: ['Сумма', '75.2 TON'],
    network: ['Сеть', 'TON'],
    address: ['Адрес', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
    txid: ['Хеш транзакции', '91d3e60b7af24c58e6319b0fd742ca85163b9ef0c27d4a18f5806bc3e9d71f24'],
    order: ['Номер заказа', '3395017284662'],
    error: ['Код ошибки', '50208'],
  },
  es: {
    title: 'Detalles del retiro',
    says: 'Su retiro fue enviado y está a la espera de confirmaciones de la red.',
    amount: ['Cantidad', '2.75 ETH'],
    network: ['Red', 'Ethereum'],
    address: ['Dirección', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb'],
    txid: ['Hash', '0xa8d30f6b1c97e2540f8b6de3c15a794208ef3b6c9d7a51e0842fc6b3d907e15f'],
    order: ['Número de orden', '9082641735560'],
    error: ['Código de error', '60031'],
  },
  vi: {
    title: 'Chi tiết rút tiền',
    says: 'Yêu cầu rút tiền của bạn đã được gửi và đang chờ xác nhận trên mạng lưới.',
    amount: ['Số lượng', '519.3 USDC'],
    network: ['Mạng', 'Solana'],
    address: ['Địa chỉ', '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'],
    txid: ['Mã giao dịch', '4f8a1bd6037c95e2c0b7f1d38e625a940de71fc8b35069a4721ec5d8f09b36ea'],
    order: ['Mã đơn hàng', '4415720938861'],
    error: ['Mã lỗi', '70455'],
  },
};

export interface Look {
  readonly name: string;
  readonly width: number;
  /** Pixels of a line's letters. */
  readonly letters: number;
  readonly dark: boolean;
  readonly jpeg: number | null;
}

export const looks: readonly Look[] = [
  { name: 'phone', width: 1080, letters: 40, dark: false, jpeg: null },
  { name: 'phone, dark, JPEG', width: 1080, letters: 38, dark: true, jpeg: 75 },
  { name: 'small, JPEG', width: 720, letters: 24, dark: false, jpeg: 70 },
  { name: 'desktop', width: 1280, letters: 16, dark: false, jpeg: null },
];

/** The lines of a screen as they stand in its picture. Long values go on in a second line, as they do on phones. */
function linesOf(screen: Screen, look: Look): Array<readonly [label: string, value: string]> {
  const perLine = Math.floor((look.width * 0.52) / (look.letters * 0.62));
  const wrapped = ([label, value]: readonly [string, string]) =>
    Array.from(
      { length: Math.ceil(value.length / perLine) },
      (_, at) => [at === 0 ? label : '', value.slice(at * perLine, (at + 1) * perLine)] as const,
    );
  const { amount, network, address, txid, order, error } = screen;
  return [amount, network, address, txid, order, error].flatMap(wrapped);
}

/** Draws a screen. Needs fonts with its letters: DejaVu Sans and Noto Sans CJK here. */
export async function draw(screen: Screen, look: Look, families: string): Promise<Buffer> {
  const { width, letters, dark } = look;
  const ink = dark ? '#e8eaed' : '#1c1e21';
  const muted = dark ? '#9aa0a6' : '#6b7280';
  const step = letters * 2;
  const text = (x: number, y: number, words: string, fill: string, size = letters, weight = 400) =>
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" xml:space="preserve">${words}</text>`;
  let y = letters * 3;
  const parts = [text(letters, y, screen.title, ink, letters * 1.25, 600)];
  const perSentence = Math.floor(
    (width - 2 * letters) / (letters * (/[一-鿿぀-ヿ가-힯]/.test(screen.says) ? 1.02 : 0.6)),
  );
  for (const line of wrap(screen.says, perSentence)) parts.push(text(letters, (y += step), line, muted));
  y += step;
  for (const [label, value] of linesOf(screen, look)) {
    parts.push(text(letters, (y += step), label, muted), text(width * 0.44, y, value, ink));
  }
  const height = Math.max(y + step, Math.round(width * 0.6));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${families}"><rect width="100%" height="100%" fill="${dark ? '#16181c' : '#ffffff'}"/><rect width="100%" height="${letters * 1.4}" fill="${dark ? '#22252a' : '#f1f3f4'}"/>${parts.join('')}</svg>`;
  const picture = sharp(Buffer.from(svg));
  return look.jpeg ? picture.jpeg({ quality: look.jpeg }).toBuffer() : picture.png().toBuffer();
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const blank = rest.lastIndexOf(' ', most);
    const at = blank > 0 ? blank : most;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...lines, rest];
}
