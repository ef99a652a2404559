import { expect, test } from 'vitest';
import { alertWish } from './alert-wish.ts';

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
  'notify if ETH drops 5%',
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
