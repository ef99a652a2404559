import type { Locale, TakeoverSignal } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { findTakeoverSignals } from './takeover-signals.ts';

test.each<[Locale, string, TakeoverSignal[]]>([
  ['en', 'There is a withdrawal of 3 BTC that I did not make!', ['not_by_customer']],
  ['en', 'Suspicious login from Brazil. Then my email was changed.', ['strange_sign_in', 'access_changed']],
  ['en', 'My phone lost signal, I think it was a SIM swap', ['number_taken']],
  ['en', 'He asked me to install AnyDesk and I gave him the sms code', ['remote_access', 'secret_given']],
  ['en', 'my words are [[removed:seed_phrase]]', ['wallet_exposed']],
  ['zh-CN', '这笔提现不是我操作的', ['not_by_customer']],
  ['zh-CN', '客服让我共享屏幕，我把验证码告诉了他', ['remote_access']],
  ['zh-CN', '我告诉了对方验证码', ['secret_given']],
  ['zh-TW', '有異常登入，不是我', ['strange_sign_in']],
  ['ja', '身に覚えのない出金があります', ['not_by_customer']],
  ['ko', '제가 하지 않은 출금이 있어요', ['not_by_customer']],
  ['ru', 'Подозрительный вход в аккаунт, пароль изменили', ['strange_sign_in', 'access_changed']],
  ['es', 'Hay un retiro que no reconozco', ['not_by_customer']],
  ['vi', 'Có người đã chiếm đoạt SIM của tôi', ['number_taken']],
  ['pt-BR', 'Fizeram um saque que não reconheço', ['not_by_customer']],
  ['tr', 'Bilinmeyen bir giriş var', ['strange_sign_in']],
  ['id', 'Ada penarikan yang tidak saya kenal', ['not_by_customer']],
])('%s: %s', (locale, text, signals) => {
  expect(findTakeoverSignals(text, locale)).toEqual(signals);
});

test.each<[Locale, string]>([
  ['en', 'How do I change my password?'],
  ['en', 'My withdrawal of 200 USDT has been pending for two days'],
  ['en', 'Which networks do you support for USDT deposits?'],
  ['zh-CN', '我的提现怎么还没到账'],
  ['zh-CN', '收不到验证码'],
  ['ja', '出金の手数料はいくらですか'],
  ['ru', 'Как пройти верификацию?'],
  ['vi', 'Khi nào có thể rút tiền?'],
  ['en', ''],
])('nothing in %s: %s', (locale, text) => {
  expect(findTakeoverSignals(text, locale)).toEqual([]);
});
