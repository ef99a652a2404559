import { describe, expect, test } from 'vitest';
import { alertWish, isPlainWish } from './alert-wish.ts';

test.each([
  ['tell me when BTC falls below 60000', 'below', '60000'],
  ['yo can u ping me when sol goes under 120', 'below', '120'],
  ['alert me when BTC hits 70k', 'above', '70000'],
  ['Tell me when TRX is under 0.11 again', 'below', '0.11'],
  ['BTC 跌破 60000 时提醒我', 'below', '60000'],
  ['btc涨到7万提醒我', 'above', '70000'],
  ['BTC 漲到 65,000 通知我', 'above', '65000'],
  ['avísame cuando BTC baje de 60.000', 'below', '60000'],
  ['сообщи когда BTC упадет ниже 60000', 'below', '60000'],
  ['скажи когда эфир поднимется выше 3,5 тыс', 'above', '3500'],
  ['BTCが60000を下回ったら教えて', 'below', '60000'],
  ['ETHが3,500を超えたら知らせて', 'above', '3500'],
  ['비트코인이 60,000 아래로 내려가면 알려줘', 'below', '60000'],
  ['báo tôi khi BTC giảm xuống dưới 60000', 'below', '60000'],
])('“%s” wishes to be told %s %s', (text, alert, level) => {
  expect(alertWish(text)).toEqual({ alert, level });
});

test.each([
  ['show my alerts', 'list'],
  ['查看我的价格提醒', 'list'],
  ['покажи мои оповещения', 'list'],
  ['stop all my price alerts', 'stop'],
  ['取消我的价格提醒', 'stop'],
  ['отключи мои оповещения', 'stop'],
  ['cancela mis alertas de precio', 'stop'],
])('“%s” wishes to %s', (text, alert) => {
  expect(alertWish(text)).toEqual({ alert });
});

test.each([
  'is this token risky',
  'how to delete an alert',
  'where can I see a list of alerts I’ve already got running',
  '每天弹那么多行情提醒烦死了，在哪关',
  'tell me when BTC is between 60000 and 70000',
  'my price alarm at 60000 did not ring',
  'price alerts',
])('“%s” is not plain, and an article answers', (text) => {
  expect(alertWish(text)).toEqual({});
});

describe.each<[string, Array<[string, 'above' | 'below', string]>]>([
  [
    'English',
    [
      ['tell me when BTC rises above 71000 USDT', 'above', '71000'],
      ['let me know once BTC hits 71,000', 'above', '71000'],
      ['notify me if ETH drops below 2.9k', 'below', '2900'],
      ['set a price alert when SOL goes over 200', 'above', '200'],
      ['ping me as soon as XRP falls under 0.45 USDT', 'below', '0.45'],
      ['give me a heads-up if DOGE crosses 0.2', 'above', '0.2'],
    ],
  ],
  [
    '简体中文',
    [
      ['BTC 涨到 71000 USDT 时告诉我', 'above', '71000'],
      ['比特币突破7.1万就通知我', 'above', '71000'],
      ['如果 ETH 跌破 2900 提醒我一下', 'below', '2900'],
      ['SOL 高于 200 的时候提醒我', 'above', '200'],
      ['XRP 低于 0.45 时通知我', 'below', '0.45'],
      ['btc一旦站上71000就叫我', 'above', '71000'],
    ],
  ],
  [
    '繁體中文',
    [
      ['BTC 漲到 71000 USDT 時告訴我', 'above', '71000'],
      ['比特幣突破7.1萬就通知我', 'above', '71000'],
      ['如果 ETH 跌破 2900 提醒我一下', 'below', '2900'],
      ['SOL 高於 200 的時候提醒我', 'above', '200'],
      ['XRP 低於 0.45 時通知我', 'below', '0.45'],
    ],
  ],
  [
    '日本語',
    [
      ['BTCが71000 USDTを超えたら教えて', 'above', '71000'],
      ['ビットコインが7.1万に達したら知らせてください', 'above', '71000'],
      ['ETHが2,900を下回ったら通知して', 'below', '2900'],
      ['SOLが200以上になったらアラートください', 'above', '200'],
      ['XRPが0.45まで下がったら知らせて', 'below', '0.45'],
    ],
  ],
  [
    '한국어',
    [
      ['BTC가 71000 USDT를 넘으면 알려줘', 'above', '71000'],
      ['비트코인이 7.1만에 도달하면 알려주세요', 'above', '71000'],
      ['ETH가 2,900 아래로 떨어지면 알림 줘', 'below', '2900'],
      ['SOL이 200 이상이 되면 알려줘', 'above', '200'],
      ['XRP가 0.45 밑으로 내려가면 알려줄래', 'below', '0.45'],
    ],
  ],
  [
    'русский',
    [
      ['сообщи, когда BTC поднимется выше 71000 USDT', 'above', '71000'],
      ['уведоми меня, если биткоин достигнет 71 000', 'above', '71000'],
      ['напомни, как только ETH упадёт ниже 2900', 'below', '2900'],
      ['дай знать, когда SOL превысит 200', 'above', '200'],
      ['предупреди, если XRP опустится до 0,45', 'below', '0.45'],
    ],
  ],
  [
    'español',
    [
      ['avísame cuando BTC suba por encima de 71000 USDT', 'above', '71000'],
      ['notifícame si bitcoin alcanza los 71.000', 'above', '71000'],
      ['dime cuando ETH baje de 2900', 'below', '2900'],
      ['alértame en cuanto SOL supere 200', 'above', '200'],
      ['avísame si XRP cae por debajo de 0,45', 'below', '0.45'],
    ],
  ],
  [
    'tiếng Việt',
    [
      ['báo tôi khi BTC vượt 71000 USDT', 'above', '71000'],
      ['thông báo cho mình nếu bitcoin đạt 71.000', 'above', '71000'],
      ['nhắc tôi khi ETH giảm xuống dưới 2900', 'below', '2900'],
      ['cho tôi biết lúc SOL tăng lên trên 200', 'above', '200'],
      ['cảnh báo khi XRP rớt dưới 0,45', 'below', '0.45'],
    ],
  ],
])('in %s', (_language, phrasings) => {
  test.each(phrasings)('“%s” plainly wishes to be told %s %s', (text, alert, level) => {
    expect([isPlainWish(text), alertWish(text)]).toEqual([true, { alert, level }]);
  });
});

test.each<[string, object]>([
  ['tell me when BTC moves 5% within an hour', { alert: 'hour', level: '5' }],
  ['notify if ETH drops 5%', { alert: 'day', level: '5' }],
  ['let me know if sol swings more than 7.5 percent in 24 hours', { alert: 'day', level: '7.5' }],
  ['BTC 一小时内波动 5% 提醒我，只要发生了', { alert: 'hour', level: '5' }],
  ['如果 ETH 24 小时内涨跌 10% 就通知我', { alert: 'day', level: '10' }],
  ['BTCが1時間で5%動いたら教えて', { alert: 'hour', level: '5' }],
  ['ETH가 24시간 동안 10% 변동하면 알려줘', { alert: 'day', level: '10' }],
  ['сообщи, если BTC изменится на 5% за час', { alert: 'hour', level: '5' }],
  ['avísame si ETH varía un 10 % en 24 horas', { alert: 'day', level: '10' }],
  ['báo tôi khi BTC biến động 5% trong một giờ', { alert: 'hour', level: '5' }],
  ['tell me when USDT withdrawals on TRC20 are resumed', { alert: 'networks' }],
  ['let me know once BTC deposits are suspended', { alert: 'networks' }],
  ['USDT TRC20 提现恢复时通知我', { alert: 'networks' }],
  ['ADA 充值恢復時提醒我', { alert: 'networks' }],
  ['ADAの入金が再開されたら教えて', { alert: 'networks' }],
  ['ADA 입금이 재개되면 알려줘', { alert: 'networks' }],
  ['сообщи, когда вывод USDT возобновят', { alert: 'networks' }],
  ['avísame cuando se reanuden los retiros de USDT', { alert: 'networks' }],
  ['báo tôi khi mở lại rút USDT', { alert: 'networks' }],
])('“%s” wishes %j', (text, wish) => {
  expect(alertWish(text)).toEqual(wish);
});

test.each([
  // Of one's own, not of the market.
  'tell me when my withdrawal of 60000 USDT is over',
  'let me know when my deposit of 5 BTC is above the limit',
  '我的提现 60000 USDT 到账了告诉我',
  '내 출금이 5% 수수료를 넘으면 알려줘',
  'сообщи, когда мой вывод 60000 USDT дойдёт',
  'avísame cuando mi retiro de 60000 llegue',
  'rút của tôi vượt 60000 khi nào thì báo',
  // Questions, and talk of prices.
  'how do I get notified when BTC rises above 71000',
  'why did nobody tell me when BTC fell below 60000',
  'is BTC above 71000 now',
  'BTC is above 71000 and rising, wow',
  '怎么设置 BTC 涨到 71000 提醒我',
  'BTC 涨到 71000 了，太高了',
  'BTCが71000を超えたらアラートはどこで設定',
  '비트코인이 71000을 넘으면 알림은 어떻게 받나요',
  'как настроить уведомление, когда BTC выше 71000',
  'cómo pongo una alerta cuando BTC suba de 71000',
  'cách đặt cảnh báo khi BTC vượt 71000',
  'the fee is over 5%',
])('“%s” is no plain wish to be told of the market', (text) => {
  expect(isPlainWish(text)).toBe(false);
});
