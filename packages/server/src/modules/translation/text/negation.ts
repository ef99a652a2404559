import { type Locale, languageOf } from '@fairlead/contract';

/** Words that deny. What looks like a denial and is none is taken out first: questions (`không?`, `是不是`), courtesies, words that begin so. */
const denies: Readonly<Record<string, RegExp>> = {
  zh: /[不没沒未别別勿无無非]/u,
  en: /\b(?:not|no|never|cannot|none|nothing|nobody|without|neither|nor|un(?:able|successful)|fail(?:s|ed|ure)?)\b|n['’]t\b/iu,
  ja: /ない|ません|なかっ|なく|ず(?:に|、|。|$)|未|不|無/u,
  ko: /않|(?<!\p{L})안\s|못|없|아니|아닙|아닌|모르|모릅|몰라|마세요|지\s?[마말]|미(?:완료|도착|입금)|(?<![환지])불(?:가|능|일치|충분|명확|완전|허)/u,
  ru: /(?<!\p{L})(?:не|ни|нет|без|нельзя|никогда|никак)(?!\p{L})|(?<!\p{L})не\p{L}{3,}/iu,
  es: /\b(?:no|nunca|jamás|sin|ningún|ninguna|ninguno|nada|tampoco|ni)\b/iu,
  vi: /(?<!\p{L})(?:không|chưa|đừng|chẳng|chả|không thể)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:não|nunca|sem|nenhum|nenhuma|nada|nem|jamais)(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:değil|yok|hayır|asla|hiç|olmadan)(?!\p{L})|\p{L}(?:ma|me)(?:dı|di|dım|dim|z|yın|yin|mış|miş|yor|k)|m[ıiuü]yor|[ae]m[ıiae]/iu,
  id: /\b(?:tidak|bukan|belum|jangan|tanpa|tak|nggak|gak|enggak)\b/iu,
  th: /ไม่|ไม่ได้|ยังไม่|อย่า|ห้าม|ไร้/u,
  fr: /(?<!\p{L})(?:ne|n['’]|pas|jamais|aucun|aucune|sans|rien|non|ni)(?!\p{L})|(?<!\p{L})n['’]/iu,
  de: /(?<!\p{L})(?:nicht|kein|keine|keinen|keinem|keiner|nie|niemals|ohne|nichts|weder)(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:لا|لم|لن|ليس|ليست|غير|بدون|ما|دون|عدم)(?!\p{L})/u,
};

const harmless: Readonly<Record<string, RegExp>> = {
  vi: /(?<!\p{L})không có (?:gì|chi)(?: ạ| đâu)?(?=\s*[!.]|$)|(?<!\p{L})(?:được|phải|có)?\s*(?:không|chưa)\s*(?:ạ|vậy|nhỉ|thế)?\s*(?:[?？]|$)/giu,
  zh: /([是能会會可有行对對要好])[不没沒](?:\1|(?=[?？]))|没有[?？吗嗎]|非常|不好意思|不客气|不客氣|不用谢|不用謝|不便|不久|不足|不同|没问题|沒問題|没关系|沒關係|没事|沒事|未来|未來|无论|無論|不过|不過|不仅|不僅|[识識级級特分区區性类類个個][别別]|[别別][的人处處名]/gu,
  // Words that only begin like a denial, and what is wrong: other languages have a word of its own for that.
  ru: /(?<!\p{L})не(?:дел|давн|удобств|сколько|котор|обходим|медленн|много|множко|верн|правильн)\p{L}*|(?<!\p{L})не за что|(?<!\p{L})не (?:(?:в|на|по|с) )?(?:тот|та|то|те|ту|той|том|того)(?!\p{L})/giu,
  ja: /申し訳(?:ございません|ありません)|すみません|かもしれません|[構かま]+いません|不便|不正|不具合|不足|無事|無料|[つ繋]ない[でだ]|[間ま]もなく|なくし[てたま]|少な[いく]|間違いな[いく]/gu,
  ko: /잘못/gu,
  es: /(?<!\p{L})(?:de nada|correo no deseado)(?!\p{L})/giu,
  en: /\b(?:isn|aren|don|doesn|didn|won|can|couldn|wouldn)['’]t (?:it|you|they|we|he|she)\b|\bno problem\b|\bnot only\b/giu,
};

/** Whether a text denies something. For the check of translations: a denial that is gone turns a sentence round. Pure. */
export function isDenial(text: string, locale: Locale): boolean {
  const language = languageOf(locale);
  const none = harmless[language];
  const words = none ? text.replace(none, ' ') : text;
  return denies[language]?.test(words) ?? false;
}
