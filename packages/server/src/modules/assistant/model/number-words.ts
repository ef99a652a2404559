/** Words for numbers by language; those that are other words as well are left out. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    twelve: '12',
    fifteen: '15',
    twenty: '20',
    thirty: '30',
    sixty: '60',
    ninety: '90',
    hundred: '100',
    thousand: '1000',
    million: '1000000',
  },
  es: {
    dos: '2',
    tres: '3',
    cuatro: '4',
    cinco: '5',
    seis: '6',
    siete: '7',
    ocho: '8',
    nueve: '9',
    diez: '10',
    doce: '12',
    quince: '15',
    veinte: '20',
    treinta: '30',
    cien: '100',
    mil: '1000',
  },
  pt: {
    dois: '2',
    duas: '2',
    três: '3',
    quatro: '4',
    cinco: '5',
    seis: '6',
    sete: '7',
    oito: '8',
    nove: '9',
    dez: '10',
    doze: '12',
    vinte: '20',
    trinta: '30',
    cem: '100',
    mil: '1000',
  },
  fr: {
    deux: '2',
    trois: '3',
    quatre: '4',
    cinq: '5',
    six: '6',
    sept: '7',
    huit: '8',
    dix: '10',
    douze: '12',
    vingt: '20',
    trente: '30',
    cent: '100',
    mille: '1000',
  },
  de: {
    zwei: '2',
    drei: '3',
    vier: '4',
    fünf: '5',
    sechs: '6',
    sieben: '7',
    acht: '8',
    neun: '9',
    zehn: '10',
    zwölf: '12',
    zwanzig: '20',
    dreißig: '30',
    hundert: '100',
    tausend: '1000',
  },
  ru: {
    два: '2',
    две: '2',
    двух: '2',
    двумя: '2',
    три: '3',
    трёх: '3',
    трех: '3',
    четыре: '4',
    пять: '5',
    пяти: '5',
    шесть: '6',
    шести: '6',
    семь: '7',
    восемь: '8',
    девять: '9',
    десять: '10',
    десяти: '10',
    двадцать: '20',
    тридцать: '30',
    тысяча: '1000',
    тысячи: '1000',
    тысяч: '1000',
  },
  vi: { hai: '2', bốn: '4', sáu: '6', bảy: '7', tám: '8', chín: '9', mười: '10' },
  id: {
    dua: '2',
    tiga: '3',
    empat: '4',
    lima: '5',
    enam: '6',
    tujuh: '7',
    delapan: '8',
    sembilan: '9',
    sepuluh: '10',
    seratus: '100',
    seribu: '1000',
  },
  tr: { iki: '2', üç: '3', dört: '4', beş: '5', yedi: '7', sekiz: '8', dokuz: '9', yirmi: '20', otuz: '30' },
};

/** In Chinese and Japanese only before what is counted: they stand in many words. */
const han =
  /([二两兩三四五六七八九十百千]+)\s?(?:个|個|ヶ|か)?(?:小时|小時|时间|時間|分钟|分鐘|分|秒|天|日|周|週|月|年|次|回|倍|位|种|種|步|工作日|営業日)/gu;
const hanDigits = '〇一二三四五六七八九';
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Numbers that a text of a language (`en`) writes out, in digits; of what is put together its parts. Pure. */
export function numberWords(text: string, language: string): string[] {
  if (language === 'zh' || language === 'ja')
    return [...text.matchAll(han)].map(([, figures]) => String(hanNumber(figures ?? '')));
  const known = words[language];
  if (!known) return [];
  return (text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).flatMap((word) =>
    Object.hasOwn(known, word) ? (known[word] ?? []) : [],
  );
}

function hanNumber(figures: string): number {
  let sum = 0;
  let digit = 0;
  for (const figure of figures.replace(/[两兩]/g, '二')) {
    const unit = hanUnits[figure];
    if (unit === undefined) digit = hanDigits.indexOf(figure);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
