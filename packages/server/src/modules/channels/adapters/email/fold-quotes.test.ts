import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldQuotes } from './fold-quotes.ts';

const text = 'My deposit has not arrived.';

describe('foldQuotes', () => {
  test.each([
    ['Gmail en', 'On Fri, Jan 5, 2024 at 10:30 AM HTX Support <support@htx.com> wrote:'],
    ['Gmail zh-CN', 'HTX Support <support@htx.com> 于2024年1月5日周五 10:30写道：'],
    ['Gmail zh-TW', 'HTX Support <support@htx.com> 於 2024年1月5日 週五 上午10:30寫道：'],
    ['Apple zh-CN', '在 2024年1月5日，10:30，HTX Support <support@htx.com> 写道：'],
    ['NetEase', 'At 2024-01-05 10:30:00, "HTX Support" <support@htx.com> wrote:'],
    ['NetEase zh', '在 2024-01-05 10:30:00，"HTX Support" <support@htx.com> 写道：'],
    ['Gmail ja', '2024年1月5日(金) 10:30 HTX Support <support@htx.com>:'],
    ['Apple ja', '2024/01/05 10:30、HTX Support <support@htx.com>のメール:'],
    ['Gmail ko', '2024년 1월 5일 (금) 오전 10:30, HTX Support <support@htx.com>님이 작성:'],
    ['Gmail ru', 'пт, 5 янв. 2024 г. в 10:30, HTX Support <support@htx.com>:'],
    ['mail.ru', 'Пятница, 5 января 2024, 10:30 +03:00 от HTX Support <support@htx.com>:'],
    ['Yandex', '05.01.2024, 10:30, "HTX Support" <support@htx.com>:'],
    ['Apple ru', '5 янв. 2024 г., в 10:30, HTX Support <support@htx.com> написал(а):'],
    ['Gmail es', 'El vie, 5 ene 2024 a las 10:30, HTX Support (<support@htx.com>) escribió:'],
    ['Gmail vi', 'Vào Th 6, 5 thg 1, 2024 vào lúc 10:30 HTX Support <support@htx.com> đã viết:'],
    ['Gmail pt-BR', 'Em sex., 5 de jan. de 2024 às 10:30, HTX Support <support@htx.com> escreveu:'],
    ['Gmail tr', 'HTX Support <support@htx.com>, 5 Oca 2024 Cum, 10:30 tarihinde şunu yazdı:'],
    ['Gmail id', 'Pada tanggal Jum, 5 Jan 2024 pukul 10.30 HTX Support <support@htx.com> menulis:'],
    ['Gmail th', 'ในวันที่ ศ. 5 ม.ค. 2024 เวลา 10:30 HTX Support <support@htx.com> เขียนว่า:'],
    ['Gmail fr', 'Le ven. 5 janv. 2024 à 10:30, HTX Support <support@htx.com> a écrit :'],
    ['Gmail de', 'Am Fr., 5. Jan. 2024 um 10:30 Uhr schrieb HTX Support <support@htx.com>:'],
    ['Thunderbird de', 'Am 05.01.24 um 10:30 schrieb HTX Support <support@htx.com>:'],
    ['Gmail ar', 'في الجمعة، ٥ يناير ٢٠٢٤ في ١٠:٣٠ ص تمت كتابة ما يلي بواسطة HTX Support <support@htx.com>:'],
    ['wrapped', 'On Fri, Jan 5, 2024 at 10:30 AM HTX Support <\nsupport@htx.com> wrote:'],
    ['wrapped twice', 'On Jan 5, 2024,\nat 10:30,\nHTX Support <support@htx.com> wrote:'],
    ['Original Message', '-----Original Message-----'],
    [
      'QQ Mail',
      '------------------ 原始邮件 ------------------\n发件人: "HTX" <support@htx.com>;\n发送时间: 2024年1月5日(星期五) 上午10:30\n收件人: "me" <a@qq.com>;\n主题: Re: 充值',
    ],
    ['NetEase phone', '---- 回复的原邮件 ----\n发件人 HTX\n'],
    [
      'Outlook en',
      'From: HTX Support <support@htx.com>\nSent: Friday, January 5, 2024 10:30 AM\nTo: Me <me@x.io>\nSubject: Re: deposit',
    ],
    [
      'Outlook zh-CN',
      '发件人: HTX Support <support@htx.com>\n发送时间: 2024年1月5日 10:30\n收件人: me@x.io\n主题: 答复: 充值',
    ],
    [
      'Outlook zh-TW',
      '寄件者: HTX <support@htx.com>\n寄件日期: 2024年1月5日 10:30\n收件者: me@x.io\n主旨: RE: 充值',
    ],
    [
      'Outlook ja',
      '差出人: HTX <support@htx.com>\n送信日時: 2024年1月5日 10:30\n宛先: me@x.io\n件名: Re: 入金',
    ],
    ['Yahoo Japan', '----- Original Message -----\nFrom: HTX <support@htx.com>\nTo: me@yahoo.co.jp'],
    [
      'Naver',
      '-----Original Message-----\nFrom: "HTX"<support@htx.com>\nTo: <me@naver.com>;\nCc:\nSent: 2024-01-05 (금) 10:30:00 (GMT+09:00)\nSubject: Re: 입금',
    ],
    [
      'Outlook ko',
      '보낸 사람: HTX <support@htx.com>\n보낸 날짜: 2024년 1월 5일 금요일 오전 10:30\n받는 사람: me@x.io\n제목: Re: 입금',
    ],
    [
      'Outlook ru',
      'От: HTX <support@htx.com>\nОтправлено: 5 января 2024 г. 10:30\nКому: me@x.io\nТема: Re: депозит',
    ],
    [
      'Outlook es',
      'De: HTX <support@htx.com>\nEnviado: viernes, 5 de enero de 2024 10:30\nPara: me@x.io\nAsunto: RE: depósito',
    ],
    [
      'Outlook vi',
      'Từ: HTX <support@htx.com>\nĐã gửi: Thứ Sáu, 5 tháng 1, 2024 10:30\nĐến: me@x.io\nChủ đề: Re: nạp tiền',
    ],
    [
      'Outlook pt-BR',
      'De: HTX <support@htx.com>\nEnviado: sexta-feira, 5 de janeiro de 2024 10:30\nPara: me@x.io\nAssunto: RE: depósito',
    ],
    [
      'Outlook tr',
      'Kimden: HTX <support@htx.com>\nGönderildi: 5 Ocak 2024 Cuma 10:30\nKime: me@x.io\nKonu: Re: yatırma',
    ],
    [
      'Outlook id',
      'Dari: HTX <support@htx.com>\nDikirim: Jumat, 5 Januari 2024 10:30\nKepada: me@x.io\nSubjek: Re: deposit',
    ],
    ['Outlook th', 'จาก: HTX <support@htx.com>\nส่ง: 5 มกราคม 2567 10:30\nถึง: me@x.io\nเรื่อง: Re: ฝาก'],
    [
      'Outlook fr',
      'De : HTX <support@htx.com>\nEnvoyé : vendredi 5 janvier 2024 10:30\nÀ : me@x.io\nObjet : RE: dépôt',
    ],
    [
      'Outlook de',
      'Von: HTX <support@htx.com>\nGesendet: Freitag, 5. Januar 2024 10:30\nAn: me@x.io\nBetreff: AW: Einzahlung',
    ],
    ['Outlook ar', 'من: HTX <support@htx.com>\nتم الإرسال: ٥ يناير ٢٠٢٤\nإلى: me@x.io\nالموضوع: إيداع'],
    [
      'Outlook web',
      '________________________________\nFrom: HTX <support@htx.com>\nSent: Friday, January 5, 2024\nTo: Me\nSubject: Re',
    ],
    [
      'Apple forward',
      'Begin forwarded message:\n\nFrom: HTX <support@htx.com>\nSubject: Re\nDate: January 5, 2024',
    ],
    ['Zoho', '---- On Fri, 05 Jan 2024 10:30:00 +0800 support@htx.com wrote ----'],
  ])('folds what %s puts below, with marks and without', (_, lead) => {
    for (const body of [
      'We are looking into it.\n\nYours, Mei',
      '> We are looking into it.\n>\n> Yours, Mei',
    ])
      expect(foldQuotes(`${text}\n\n${lead}\n\n${body}`)).toEqual({
        text,
        signature: '',
        history: `${lead}\n\n${body}`.replace(/\n{2,}(?=\n\n)/g, '\n'),
      });
  });

  test.each([
    'Sent from my iPhone',
    'Sent from my Galaxy',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    '发自我的iPhone',
    '發自我的 iPhone',
    'iPhoneから送信',
    '내 iPhone에서 보냄',
    'Отправлено с iPhone',
    'Enviado desde mi iPhone',
    'Enviado do meu iPhone',
    'Gửi từ iPhone của tôi',
    "iPhone'umdan gönderildi",
    'Dikirim dari iPhone saya',
    'ส่งจาก iPhone ของฉัน',
    'Envoyé de mon iPhone',
    'Von meinem iPhone gesendet',
    'أرسلت من iPhone الخاص بي',
    '-- \nMei Lin\nTrader',
    '—\nMei',
    'Best regards,\nMei Lin',
    'С уважением,\nИван',
    'Mit freundlichen Grüßen\n\nHans',
    '此致\n敬礼',
    'Trân trọng,\nLan',
    '-Mei Lin',
  ])('takes off the signature %j', (signature) => {
    expect(foldQuotes(`${text}\n\n${signature}\n`)).toEqual({ text, signature, history: '' });
    const lead = 'On Fri, Jan 5, 2024 at 10:30 HTX <support@htx.com> wrote:\n> old';
    expect(foldQuotes(`${text}\n\n${signature}\n\n${lead}`)).toEqual({ text, signature, history: lead });
  });

  test.each([
    [
      'answers between quotes',
      'On Jan 5, 2024, at 10:30, HTX <s@htx.com> wrote:\n> Which coin?\n\nUSDT\n\n> Which network?\n\nTRON',
    ],
    [
      'a transfer with From and To',
      'My transfer:\nFrom: TXyz1\nTo: TAbc2\nDate: 2024-01-05 10:30\nAmount: 50\nwhere is it?',
    ],
    [
      'a sentence that starts like one',
      'On the other hand, on 5 May 2024 your agent wrote:\n"wait three days"\nand I did.',
    ],
    [
      'an address and a time',
      'My account is a@x.io and on 2024-01-05 10:30 I saw this:\nError 1005\nWhat is it?',
    ],
    ['a quote alone', '> all of it\n> is quoted'],
    [
      'a forwarded letter alone',
      '---------- Forwarded message ---------\nFrom: a@x.io\nDate: x\nSubject: y\n\nbody',
    ],
    ['rules between paragraphs', 'One\n\n----\n\nTwo\n\n====\n\nThree is here.'],
    ['a list', 'I need:\n- first\n- second'],
    ['words like a device', 'Sent from my desk, which is much easier than my phone.'],
    ['regards in a sentence', 'I write with regards to the withdrawal.\nAs regards the time, today.'],
    ['nothing', ''],
  ])('keeps %s', (_, body) => {
    expect(foldQuotes(body)).toEqual({ text: body, signature: '', history: '' });
  });

  test('keeps what is answered and folds the rest', () => {
    const body = '> Which coin?\n\nUSDT\n\n> Thank you.\n> Mei\n\n-- \nLan';
    expect(foldQuotes(body)).toEqual({
      text: '> Which coin?\n\nUSDT',
      history: '> Thank you.\n> Mei',
      signature: '-- \nLan',
    });
  });

  test('loses no line, and never folds all', () => {
    const lines = fc.constantFrom(
      'words of mine',
      '> quoted',
      '',
      '-- ',
      'On Fri, Jan 5, 2024 at 10:30 A <a@b.io> wrote:',
      'From: a@b.io',
      'Sent: Friday 10:30',
      'Subject: x',
      '-----Original Message-----',
      'Sent from my iPhone',
      'Best regards,',
      '___',
      '>',
      '\u3000',
      '-Mei Lin',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 20 }), (list) => {
        const folded = foldQuotes(list.join('\n'));
        const filled = (it: string) =>
          it
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
            .sort();
        expect(filled(`${folded.text}\n${folded.history}\n${folded.signature}`)).toEqual(
          filled(list.join('\n')),
        );
        if (list.some((line) => line.trim() !== '')) expect(folded.text).not.toBe('');
      }),
    );
  });

  test.each([
    ['a long line', 'a'.repeat(1_000_000)],
    ['a long line of spaces', `${' '.repeat(500_000)}:`],
    ['marks in one line', '>'.repeat(1_000_000)],
    ['marks in lines', '>\n'.repeat(100_000)],
    ['delimiters', `x\n${'-- \n'.repeat(50_000)}`],
    ['rules', `x\n${'___\n'.repeat(50_000)}`],
    ['beginnings of headers', `x\n${'From: a@b.io\n'.repeat(15_000)}`],
    ['lines that end like attributions', `x\n${'at 10:30 on 2024-01-05:\n'.repeat(8_000)}`],
  ])('gets through %s', (_, body) => {
    // Reaching the end at all is the assertion: anything quadratic would not, within the time that a test has.
    const { text, history, signature } = foldQuotes(body);
    expect(text.length + history.length + signature.length).toBeGreaterThan(0);
  });
});
