import { type Locale, languageOf } from '@fairlead/contract';

/** Words that deny. Questions that end like a denial are taken out first (`không?`, `是不是`). */
const denies: Readonly<Record<string, RegExp>> = {
  zh: /[不没沒未别別勿无無非]/u,
  en: /\b(?:not|no|never|cannot|none|nothing|nobody|without|neither|nor|un(?:able|successful)|fail(?:s|ed|ure)?)\b|n['’]t\b/iu,
  ja: /ない|ません|なかっ|なく|ず(?:に|、|。|$)|未|不|無/u,
  ko: /않|안\s|못|없|아니|마세요|말\s|지\s?마|미(?:완료|도착|입금)|불/u,
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

const questions: Readonly<Record<string, RegExp>> = {
  vi: /(?<!\p{L})(?:được|phải|có)?\s*(?:không|chưa)\s*(?:ạ|vậy|nhỉ|thế)?\s*(?:[?？]|$)/giu,
  zh: /([是能会會可有行对對])[不没沒]\1?|没有[?？吗嗎]|非常|不好意思|不过|不過|不仅|不僅/gu,
  en: /\b(?:isn|aren|don|doesn|didn|won|can|couldn|wouldn)['’]t (?:it|you|they|we|he|she)\b|\bno problem\b|\bnot only\b/giu,
};

/** Whether a text denies something. For the check of translations: a denial that is gone turns a sentence round. Pure. */
export function isDenial(text: string, locale: Locale): boolean {
  const language = languageOf(locale);
  const question = questions[language];
  const words = question ? text.replace(question, ' ') : text;
  return denies[language]?.test(words) ?? false;
}
