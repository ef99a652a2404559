const pronoun = /(?:selas|selos|sela|selo|las|les|los|nos|me|se|la|le|lo)$/;
const beforePronoun = /(?:iendo|ando|ar|er|ir|(?<=u)yendo)$/;

const standard: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?:amientos|imientos|amiento|imiento)$/, ''],
  [/(?:aciones|adoras|adores|ancias|acion|adora|ancia|antes|ador|ante)$/, ''],
  [/(?:logias|logia)$/, 'log'],
  [/(?:uciones|ucion)$/, 'u'],
  [/(?:encias|encia)$/, 'ente'],
  [/(?:anzas|ismos|ables|ibles|istas|anza|icos|icas|ismo|able|ible|ista|osos|osas|ico|ica|oso|osa)$/, ''],
  [/(?:idades|idad)$/, ''],
  [/(?:ivas|ivos|iva|ivo)$/, ''],
];
const verbWithY = /(?<=u)(?:yeron|yendo|yamos|yais|yan|yen|yas|yes|ya|ye|yo)$/;
const verb =
  /(?:iesemos|ieramos|iriamos|eriamos|ariamos|aremos|eremos|iremos|aramos|asemos|abamos|isteis|asteis|ierais|ieseis|eriais|iriais|ariais|ieron|iendo|areis|ereis|ireis|erian|irian|arian|erias|irias|arias|arais|aseis|abais|ieran|iesen|ieras|ieses|aron|ando|aran|eran|iran|aras|eras|iras|aria|eria|iria|iera|iese|amos|imos|idas|idos|adas|ados|aban|abas|asen|ases|aste|iste|ado|ada|ido|ida|aba|ara|ase|are|ere|ire|era|ira|ian|ias|ais|ia|io|ar|er|ir|an|as|ad|ed|id|is)$/;
const verbEnding = /(?:emos|eis|en|es)$/;

/** The stem of a folded Spanish word, by the rules of Snowball's Spanish stemmer, read without accents since people type without. */
export function stemSpanish(word: string): string {
  const region = verbRegion(word);
  const second = regionAfter(word, regionAfter(word, 0));
  const bare = stripPronoun(word, region);
  let stem = stripStandard(bare, second);
  if (stem === bare) stem = stripVerb(bare, region);
  return stripResidue(stem, region);
}

function regionAfter(word: string, from: number): number {
  const found = /[aeiou][^aeiou]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function verbRegion(word: string): number {
  if (word.length < 3) return word.length;
  const found = /^.[^aeiou]/.test(word)
    ? /^..[^aeiou]*[aeiou]/.exec(word)
    : /^[aeiou]{2}/.test(word)
      ? /^..[aeiou]*[^aeiou]/.exec(word)
      : /^.../.exec(word);
  return found ? found[0].length : word.length;
}

function stripPronoun(word: string, region: number): string {
  const found = pronoun.exec(word);
  if (!found || found.index < region) return word;
  const stem = word.slice(0, found.index);
  const verbal = beforePronoun.exec(stem);
  return verbal && verbal.index >= region ? stem : word;
}

function stripStandard(word: string, second: number): string {
  if (/[^a]mente$/.test(word) || word.endsWith('amente')) {
    const stem = word.replace(/a?mente$/, '');
    if (stem.length >= second) return stem.replace(/(?:iv|os|ic|ad)$/, '');
  }
  for (const [ending, replacement] of standard) {
    const found = ending.exec(word);
    if (!found) continue;
    if (found.index < second) return word;
    const stem = word.slice(0, found.index) + replacement;
    const further = /(?:abil|ic|iv|at)$/.exec(stem);
    return further && !replacement && further.index >= second ? stem.slice(0, further.index) : stem;
  }
  return word;
}

function stripVerb(word: string, region: number): string {
  const withY = verbWithY.exec(word);
  if (withY && withY.index >= region) return word.slice(0, withY.index);
  const tail = word.slice(region);
  const found = verb.exec(tail);
  if (found) return word.slice(0, region + found.index);
  const short = verbEnding.exec(tail);
  return short ? word.slice(0, region + short.index).replace(/(?<=g)u$/, '') : word;
}

function stripResidue(word: string, region: number): string {
  const found = /(?:os|a|o)$/.exec(word.slice(region));
  if (found) return word.slice(0, region + found.index);
  if (!word.endsWith('e') || word.length - 1 < region) return word;
  return word.slice(0, -1).replace(/(?<=g)u$/, (letter) => (word.length - 2 >= region ? '' : letter));
}
