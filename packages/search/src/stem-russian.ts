const gerund = /(?:(?<=[ая])(?:в|вши|вшись)|(?:ив|ивши|ившись|ыв|ывши|ывшись))$/;
const reflexive = /с[яь]$/;
const adjective = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
const participle = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|(?:ивш|ывш|ующ))$/;
const verb =
  /(?:(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю))$/;
const noun =
  /(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/;

/** The stem of a folded Russian word (`ё` written as `е`), by the rules of Snowball's Russian stemmer. */
export function stemRussian(word: string): string {
  const vowel = /[аеиоуыэюя]/.exec(word);
  if (!vowel) return word;
  const begin = vowel.index + 1;
  const head = word.slice(0, begin);
  let tail = stripInflection(word.slice(begin));
  tail = tail.replace(/и$/, '');
  const derivational = /ость?$/.exec(tail);
  if (derivational && begin + derivational.index >= regionTwo(word)) tail = tail.slice(0, derivational.index);
  if (/(?:ейше|ейш)$/.test(tail)) tail = tail.replace(/(?:ейше|ейш)$/, '');
  tail = tail.endsWith('нн') ? tail.slice(0, -1) : tail.replace(/ь$/, '');
  return head + tail;
}

function stripInflection(tail: string): string {
  const withoutGerund = tail.replace(gerund, '');
  if (withoutGerund !== tail) return withoutGerund;
  const plain = tail.replace(reflexive, '');
  const withoutAdjective = plain.replace(adjective, '');
  if (withoutAdjective !== plain) return withoutAdjective.replace(participle, '');
  const withoutVerb = plain.replace(verb, '');
  return withoutVerb !== plain ? withoutVerb : plain.replace(noun, '');
}

function regionTwo(word: string): number {
  const found = /^.*?[аеиоуыэюя][^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя]/.exec(word);
  return found ? found[0].length : word.length;
}
