import { expect, test } from 'vitest';
import { saidOfIdentity, seenOfIdentity, showsIdentity } from './judge-picture.ts';

test.each([
  ['en', 'Here is my passport', 2],
  ['en', 'selfie with my ID card as you asked', 2],
  ['en', 'my passport was rejected, see the screenshot', 0],
  ['en', 'Which passport photo do you accept? I get an error', 1],
  ['en', 'My withdrawal is stuck, see the photo', 0],
  ['zh-CN', '这是我的身份证正反面', 2],
  ['zh-CN', '手持身份证照片', 2],
  ['zh-CN', '身份证验证失败', 0],
  ['zh-TW', '附上我的護照', 2],
  ['ja', '運転免許証の写真を送ります', 2],
  ['ja', 'パスポートがエラーになります', 0],
  ['ko', '신분증 사진 첨부합니다', 2],
  ['ru', 'Вот фото моего паспорта', 2],
  ['es', 'Adjunto mi DNI por ambos lados', 2],
  ['vi', 'Tôi gửi ảnh căn cước', 2],
  ['pt-BR', 'Segue a foto da minha CNH', 2],
  ['tr', 'Kimlik kartımın fotoğrafı ekte', 2],
  ['id', 'Ini foto KTP saya', 2],
  ['th', 'ส่งรูปบัตรประชาชนค่ะ', 2],
  ['fr', 'Voici ma carte d’identité', 2],
  ['de', 'Anbei mein Personalausweis', 2],
  ['ar', 'هذه صورة جواز السفر', 2],
  ['de', 'Wo sehe ich meine Einzahlung? Foto anbei', 0],
])('%s: %s says %i', (_, words, points) => {
  expect(saidOfIdentity(words)).toBe(points);
});

const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

test.each<[string, string[], number]>([
  ['a zone', zone, 2],
  ['a zone half misread', [zone[0] ?? '', 'L898902C36UTO7408122F1204158ZE184226B<<<<<11'], 2],
  ['a passport without its zone', ['PASSPORT', 'Surname', 'Nationality', 'Date of birth', 'Sex'], 2],
  [
    'a Chinese card',
    ['姓名 王小明', '性别 男 民族 汉', '出生 1990年1月1日', '公民身份号码 11010519491231002X'],
    2,
  ],
  ['a driving licence in Japanese', ['氏名 山田', '生年月日', '運転免許証', '有効期限', '交付'], 2],
  [
    'an Indonesian card',
    ['KTP', 'NIK : 3171', 'Nama : BUDI', 'Tempat/Tgl Lahir', 'Jenis Kelamin', 'Berlaku Hingga'],
    2,
  ],
  ['a screen that asks for one', ['Upload your passport', 'Choose a file', 'Continue'], 0],
  [
    'a screen of a withdrawal',
    ['Withdrawal details', 'Amount 1,250.5 USDT', 'Network TRC20', 'Error code 40013'],
    0,
  ],
  ['a profile', ['Name Ann', 'Gender', 'Language', 'Time zone'], 0],
  ['nothing', [], 0],
])('%s shows %i', (_, lines, points) => {
  expect(seenOfIdentity([[], lines])).toBe(points);
});

test('named and half seen is enough, named alone is not', () => {
  expect(showsIdentity(1, 1)).toBe(true);
  expect(showsIdentity(1, 0)).toBe(false);
  expect(showsIdentity(0, 2)).toBe(true);
});
