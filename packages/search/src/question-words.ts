/**
 * Words that ask, by language, in small letters: whoever asks "who sang the anthem" looks for the anthem, and a text that answers seldom says "who".
 * Where people leave accents out both ways of writing stand here; not in Vietnamese, where other words would be met.
 */
const wordsThatAsk: Readonly<Record<string, string>> = {
  en: 'what which who whom whose when where why how do does did many much',
  es: 'qué que quién quien quiénes quienes cuál cual cuáles cuales cómo como cuándo cuando dónde donde adónde cuánto cuanto cuánta cuanta cuántos cuantos cuántas cuantas',
  pt: 'que quê quem qual quais como quando onde quanto quanta quantos quantas porque',
  fr: 'qui que quoi quel quelle quels quelles comment quand où ou combien pourquoi',
  de: 'wer wen wem wessen was welche welcher welches welchen welchem wie wann wo woher wohin warum wieso wieviel',
  ru: 'кто кого кому кем что чего чему чем какой какая какое какие какого каких какому каким какими какую каков какова каково каковы где куда откуда когда сколько почему зачем как чей чья чьё чье чьи ли',
  vi: 'gì ai nào đâu sao nhiêu mấy',
  id: 'apa apakah siapa kapan bagaimana gimana berapa mana kenapa mengapa',
  tr: 'ne kim hangi hangisi nasıl kaç neden niçin niye nerede nereye nereden mi mı mu mü',
  th: 'อะไร ใคร ไหน ที่ไหน เมื่อไหร่ เมื่อไร ทำไม อย่างไร ยังไง เท่าไหร่ เท่าไร กี่',
  ar: 'ما ماذا من متى أين كيف كم لماذا هل أي',
  zh: '什么 什麼 谁 誰 哪 哪个 哪個 哪里 哪裡 哪儿 哪些 何时 何時 多少 怎么 怎麼 怎样 怎樣 如何 为什么 為什麼 吗 嗎',
  ja: '何 なに なん 誰 だれ いつ どこ どの どれ どう どうして どんな どちら なぜ いくら いくつ',
  ko: '누구 누가 무엇 무엇을 무엇이 무엇인가요 뭐 뭘 언제 어디 어디서 어디에 어디에서 어떤 어떻게 얼마 얼마나 왜 몇 무슨 어느',
};

const sets = new Map(
  Object.entries(wordsThatAsk).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Whether a word as it was typed only asks, and does not say after what. */
export const isQuestionWord = (word: string, language: string): boolean =>
  sets.get(language)?.has(word.normalize('NFC').toLowerCase()) ?? false;
