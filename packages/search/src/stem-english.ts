const vowel = '[aeiouy]';
const double = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const shortSyllable = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/;

const exceptions: Readonly<Record<string, string>> = {
  skis: 'ski',
  skies: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  news: 'news',
  gas: 'gas',
  bias: 'bias',
  inning: 'inning',
  outing: 'outing',
  earring: 'earring',
  proceed: 'proceed',
  exceed: 'exceed',
  succeed: 'succeed',
};

const secondStep: ReadonlyArray<readonly [RegExp, string]> = [
  [/ational$|ation$|ator$/, 'ate'],
  [/ization$|izer$/, 'ize'],
  [/ousness$|ousli$/, 'ous'],
  [/iveness$|iviti$/, 'ive'],
  [/fulness$|fulli$/, 'ful'],
  [/tional$/, 'tion'],
  [/biliti$|bli$/, 'ble'],
  [/lessli$/, 'less'],
  [/entli$/, 'ent'],
  [/aliti$|alism$|alli$/, 'al'],
  [/anci$/, 'ance'],
  [/enci$/, 'ence'],
  [/abli$/, 'able'],
  [/logi$/, 'log'],
];
const thirdStep: ReadonlyArray<readonly [RegExp, string]> = [
  [/ational$/, 'ate'],
  [/tional$/, 'tion'],
  [/alize$/, 'al'],
  [/icate$|iciti$|ical$/, 'ic'],
  [/ful$|ness$/, ''],
];
const fourthStep =
  /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion)$/;

/** The stem of a folded English word, by the rules of Snowball's English stemmer (Porter2). */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  const exception = exceptions[word];
  if (exception !== undefined) return exception;
  let stem = word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  const first = regionOne(stem);
  const second = regionAfter(stem, first);

  stem = stripPlural(stem);
  stem = stripPast(stem, first);
  stem = stem.replace(/(.[^aeiouy])[yY]$/, '$1i');
  stem = replaceEnding(stem, secondStep, first);
  if (/[cdeghkmnrt]li$/.test(stem) && stem.length - 2 >= first) stem = stem.slice(0, -2);
  if (stem.endsWith('ative') && stem.length - 5 >= second) stem = stem.slice(0, -5);
  else stem = replaceEnding(stem, thirdStep, first);
  const ending = fourthStep.exec(stem);
  if (ending && ending.index >= second) stem = stem.slice(0, ending.index);
  return stripLast(stem, first, second).toLowerCase();
}

function regionOne(word: string): number {
  const prefix = /^(?:gener|commun|arsen)/.exec(word);
  return prefix ? prefix[0].length : regionAfter(word, 0);
}

/** Where the text behind the first consonant that follows a vowel begins. */
function regionAfter(word: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function stripPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[sd]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/[us]s$/.test(word) || !word.endsWith('s')) return word;
  return new RegExp(`${vowel}.+s$`).test(word) ? word.slice(0, -1) : word;
}

function stripPast(word: string, first: number): string {
  const kept = /eed(?:ly)?$/.exec(word);
  if (kept) return kept.index >= first ? `${word.slice(0, kept.index)}ee` : word;
  const ending = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (!ending || !/[aeiouy]/.test(word.slice(0, ending.index))) return word;
  const stem = word.slice(0, ending.index);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (double.test(stem)) return stem.slice(0, -1);
  return stem.length <= first && shortSyllable.test(stem) ? `${stem}e` : stem;
}

function replaceEnding(
  word: string,
  endings: ReadonlyArray<readonly [RegExp, string]>,
  region: number,
): string {
  for (const [ending, replacement] of endings) {
    const found = ending.exec(word);
    if (!found) continue;
    // Of the endings that fit only the longest counts.
    if (found.index < region || (found[0] === 'logi' && found.index === 0)) return word;
    return word.slice(0, found.index) + replacement;
  }
  return word;
}

function stripLast(word: string, first: number, second: number): string {
  if (word.endsWith('e')) {
    const stem = word.slice(0, -1);
    const cut = stem.length >= second || (stem.length >= first && !shortSyllable.test(stem));
    return cut ? stem : word;
  }
  return word.endsWith('ll') && word.length - 1 >= second ? word.slice(0, -1) : word;
}
