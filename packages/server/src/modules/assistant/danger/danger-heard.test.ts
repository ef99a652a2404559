import type { Locale } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { dangerHeard } from './danger-heard.ts';

// What must be heard, and what must not, in messages to people; how well it is in many is measured by `npm run eval -- dangers`.

const changed: Array<[Locale, string, string]> = [
  ['en', 'my e-mail was changed, not by me', 'I changed my e-mail myself, when can I withdraw?'],
  ['zh-CN', '手机号被改了，不是我改的', '我自己改了手机号，多久能提币'],
  ['ja', '電話番号が変えられています。変更した覚えはありません', '電話番号を変更したいです'],
  ['ko', '전화번호가 바뀌었는데 제가 안 했어요', '전화번호는 어떻게 바꾸나요'],
  ['ru', 'сменили мой номер телефона, это не я', 'как сменить номер телефона'],
  ['es', 'cambiaron mi número y yo no fui', 'quiero cambiar mi número'],
  ['vi', 'email của tôi bị đổi, không phải tôi đổi', 'tôi muốn đổi email'],
];
const typed: Array<[Locale, string, string]> = [
  ['en', 'I typed my password on a fake page', 'is this a fake page? I did not enter my password'],
  ['zh-CN', '我在钓鱼网站输入了密码', '这是钓鱼网站吗？我没有输入密码'],
  ['ja', '偽サイトにパスワードを入力してしまいました', 'これは偽サイトですか？入力していません'],
  ['ko', '피싱 사이트에 비밀번호를 입력했어요', '피싱 사이트인가요? 아무것도 입력 안 했어요'],
  ['ru', 'ввела пароль на фишинговом сайте', 'это фишинг? я ничего не вводил'],
  ['es', 'puse mi clave en una página falsa', '¿es una página falsa? no puse mi clave'],
  ['vi', 'tôi lỡ nhập mật khẩu vào web giả', 'đây là web giả à? tôi chưa nhập mật khẩu'],
];
const taken: Array<[Locale, string, string]> = [
  ['en', 'my phone was stolen, 2FA is on it', 'my bank card was stolen, which card can I use?'],
  ['zh-CN', '手机被偷了，谷歌验证器在里面', '银行卡被偷了，怎么换绑卡'],
  ['ja', 'スマホを盗まれました。認証アプリが入っています', '財布を盗まれました。カードを変えたいです'],
  ['ko', '폰을 도난당했는데 OTP가 거기 있어요', '카드를 도난당했어요 카드를 바꾸고 싶어요'],
  ['ru', 'украли телефон с аутентификатором', 'украли банковскую карту, как её сменить'],
  ['es', 'me robaron el celular con el autenticador', 'hackearon mi MetaMask, ¿qué hago?'],
  ['vi', 'tôi bị cướp điện thoại có ứng dụng xác thực', 'ví Ledger riêng của tôi bị trộm'],
];

describe.each([
  ['an address or a number was changed by another, and not by themselves', changed],
  ['a password was typed into a false page, and not only a page was seen', typed],
  ['a telephone with its codes was stolen, and not a card, a purse or coins elsewhere', taken],
])('%s', (_, cases) => {
  test.each(cases)('in %s', (page, danger, not) => {
    expect([dangerHeard(danger, page), dangerHeard(not, page)]).toEqual(['stolen', null]);
  });
});

test('what is only supposed, or was long ago, is no danger', () => {
  expect(dangerHeard('what if my phone is stolen with the authenticator on it?', 'en')).toBeNull();
  expect(dangerHeard('last year I typed my password on a fake page, it was solved', 'en')).toBeNull();
});
