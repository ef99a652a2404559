import type { Locale, TranslationReason } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { checkTranslation, isUnsure } from './check-translation.ts';

const check = (source: string, target: string, from: Locale, to: Locale, more: { back?: string } = {}) =>
  checkTranslation({
    source,
    target,
    from,
    to,
    keep: ['HTX'],
    terms: [],
    back: more.back ?? null,
    whole: true,
  });

describe('good translations pass', () => {
  test.each<[string, string, Locale, Locale]>([
    ['My withdrawal of 100 USDT has not arrived yet.', 'Lệnh rút 100 USDT của tôi vẫn chưa đến.', 'en', 'vi'],
    ['Tôi không đăng nhập được vào HTX.', 'I cannot sign in to HTX.', 'vi', 'en'],
    ['Bạn có thể giúp tôi không?', 'Can you please help me?', 'vi', 'en'],
    [
      '我的充值还没有到账，请帮我查一下。',
      'My deposit has not been credited yet, please check it for me.',
      'zh-CN',
      'en',
    ],
    ['是不是需要等待 30 分钟？', 'Do I need to wait for 30 minutes?', 'zh-CN', 'en'],
    ['Your account is locked for 24 hours.', 'アカウントは 24 時間ロックされています。', 'en', 'ja'],
    [
      'Please send us a screenshot of the page.',
      'Пожалуйста, пришлите нам снимок экрана этой страницы.',
      'en',
      'ru',
    ],
    ['Do not share your code with anyone.', 'No comparta su código con nadie.', 'en', 'es'],
    ['The withdrawal failed. Try again.', '출금에 실패하지 않도록 다시 시도해 주세요.', 'en', 'ko'],
    ['Wait 1,000 seconds', 'Warten Sie 1.000 Sekunden', 'en', 'de'],
    ['Wait 25 minutes please', 'انتظر ٢٥ دقيقة من فضلك', 'en', 'ar'],
    // What only looks like a denial.
    [
      'Вы недавно меняли настройки? Извините за неудобства.',
      'Did you change your settings recently? We are sorry.',
      'ru',
      'en',
    ],
    ['ご迷惑をおかけして申し訳ございません。', 'We are sorry for the inconvenience.', 'ja', 'en'],
    [
      '이더리움을 BSC 네트워크로 잘못 출금했어요. 정말 감사합니다.',
      'I withdrew my Ethereum on BSC by mistake. Thank you so much.',
      'ko',
      'en',
    ],
    [
      '那我要不要改密码？没问题的话我先改。',
      'Should I change my password? If that is fine I will do it.',
      'zh-CN',
      'en',
    ],
    ['Revise la carpeta de correo no deseado.', 'Please check the spam folder.', 'es', 'en'],
    // Formulas of courtesy are long in one language and short in another.
    ['おはようございます。ありがとうございます。', 'Hello! Thanks.', 'ja', 'en'],
  ])('%s', (source, target, from, to) => {
    expect(check(source, target, from, to)).toEqual({ score: 1, reasons: [] });
  });
});

describe('what is wrong is named', () => {
  test.each<[string, string, Locale, Locale, TranslationReason]>([
    ['Send 100 USDT', 'Gửi 1000 USDT', 'en', 'vi', 'numbers_differ'],
    ['Send it to HTX now', 'Gửi ngay', 'en', 'vi', 'part_missing'],
    ['Send it to HTX now', 'Gửi HTX đến HTX ngay', 'en', 'vi', 'part_doubled'],
    [
      'Please check my deposit, it is missing',
      'Please check my deposit, it is missing',
      'en',
      'vi',
      'not_translated',
    ],
    [
      'Your deposit will arrive after some time',
      'Ваш депозит поступит через некоторое время',
      'en',
      'vi',
      'wrong_language',
    ],
    ['Your deposit will arrive', '', 'en', 'vi', 'empty'],
    [
      'Your deposit will arrive after the network confirms it, please be patient',
      'Vâng',
      'en',
      'vi',
      'too_short',
    ],
    ['Do not send coins to this address', 'Hãy gửi tiền đến địa chỉ này nhé', 'en', 'vi', 'negation_lost'],
    [
      '我的订单没有成交，但是没有原因。',
      'My order has been filled for a reason.',
      'zh-CN',
      'en',
      'negation_lost',
    ],
    ['이 메시지는 저희가 보낸 것이 아닙니다.', 'This message was sent by us.', 'ko', 'en', 'negation_lost'],
    // A sentence that was left as it was, among others that were not.
    [
      'Gracias. Mi gato ha visto todo. Mi depósito todavía no ha llegado, y eso que lo envié hace mucho.',
      'Thank you. Mi gato ha visto todo. My deposit has not arrived yet, although I sent it a long time ago.',
      'es',
      'en',
      'not_translated',
    ],
  ])('%s -> %s: %s %s', (source, target, from, to, reason) => {
    const verdict = check(source, target, from, to);
    expect(verdict.reasons).toContain(reason);
    expect(isUnsure(verdict)).toBe(true);
  });

  test('a back translation that says something else', () => {
    const pair = ['Please wait for the review', 'Vui lòng chờ xét duyệt', 'en', 'vi'] as const;
    expect(check(...pair, { back: 'Please wait for review' }).reasons).toEqual([]);
    expect(check(...pair, { back: 'Buy three fish' }).reasons).toEqual(['back_differs']);
  });

  test('a term that is not said as the glossary says it weighs little', () => {
    const verdict = checkTranslation({
      source: 'Your deposit is late',
      target: 'Khoản gửi của bạn bị chậm',
      from: 'en',
      to: 'vi',
      keep: [],
      terms: [{ said: 'deposit', texts: ['nạp', 'nạp tiền'] }],
      back: null,
      whole: true,
    });
    expect(verdict).toEqual({ score: 0.85, reasons: ['term_missing'] });
  });
});
