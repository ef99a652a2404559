import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

test.each<[string, Locale, string]>([
  ['我的提现一直在审核中', 'en', 'zh'],
  ['我的提現一直在審核中', 'en', 'zh'],
  ['出金が反映されません', 'en', 'ja'],
  ['出金拒否理由', 'ja', 'ja'],
  ['출금이 안 돼요', 'en', 'ko'],
  ['Где мои деньги?', 'en', 'ru'],
  ['ฝากเงินแล้วไม่เข้า', 'en', 'th'],
  ['لم يصل الإيداع', 'en', 'ar'],
  ['Tôi nạp tiền rồi nhưng chưa thấy vào tài khoản', 'en', 'vi'],
  ['No me llega el depósito que hice ayer por la tarde', 'en', 'es'],
  ['My deposit has not arrived since this morning', 'zh-CN', 'en'],
  ['ok', 'vi', 'vi'],
  ['BTC USDT 0.5', 'ko', 'ko'],
  ['0x52908400098527886E0F7030069857D2E4169EE7', 'ru', 'ru'],
  ['https://example.com/some/english/words/here', 'es', 'es'],
  ['', 'pt-BR', 'pt'],
  ['BTC 提币没到账', 'en', 'zh'],
])('%s on a page in %s is %s', (text, page, language) => {
  expect(detectLanguage(text, page)).toBe(language);
});
