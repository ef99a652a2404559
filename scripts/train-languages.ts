import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  foldMarks,
  hanFeatures,
  keepProfile,
  type LanguageTexts,
  languageProfileFile,
  languageWords,
  latinFeatures,
  learnLanguages,
  readUtterances,
} from '@fairlead/understanding';
import { root } from './run-step.ts';

/** How many features each profile keeps: together they stay well below 150 kB. */
const mostLatin = 6500;
const mostHan = 1800;

const latin = ['en', 'es', 'vi', 'pt-BR', 'tr', 'id', 'fr', 'de'];
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const utterances = Map.groupBy(readUtterances(), (it) => it.locale);

/** What there is in a language: utterances, or else what customers may say (`languages/<locale>.txt`, weighing more), and the texts of the pages. */
function textsOf(language: string): string[] {
  const said = utterances.get(language)?.map((it) => it.text) ?? [];
  const listed = globSync(`packages/understanding/languages/${language}.txt`, { cwd: root });
  const lines = listed.flatMap((path) => read(path).split('\n'));
  const catalogues = globSync(`packages/{contract,widget,portal}/locales/${language}.json`, { cwd: root });
  const shown = catalogues.flatMap((path) =>
    Object.values(JSON.parse(read(path)) as Record<string, string>).map((it) =>
      it.replace(/\{[^}]*\}/g, ' '),
    ),
  );
  return [...said, ...shown, ...Array.from({ length: 4 }, () => lines).flat()].filter(
    (it) => it.trim() !== '',
  );
}

const wordsOf = (language: string, texts: readonly string[]): LanguageTexts => ({
  language,
  texts: texts.map(languageWords).filter((it) => it.length > 0),
});

/** Without accents as people type; some Germans write two letters for one with dots. */
const spoil = (words: readonly string[], language: string) =>
  words.map((it) =>
    language === 'de' && it.length % 2 === 0
      ? it.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
      : foldMarks(it).replaceAll('ı', 'i').replaceAll('ß', 'ss'),
  );

/** Chinese characters alone: what stands between the kana of Japanese. */
const hanOnly = (text: string) => text.match(/\p{Script=Han}{2,}/gu) ?? [];

function chinese(): LanguageTexts[] {
  const forms = JSON.parse(read('packages/understanding/languages/han-forms.json')) as Record<string, string>;
  const articles = globSync('articles/*/*/zh-TW.md', { cwd: root }).flatMap((path) => read(path).split('\n'));
  const all = [
    ['zh-CN', textsOf('zh-CN'), forms['simplified']],
    ['zh-TW', [...textsOf('zh-TW'), ...articles], forms['traditional']],
    ['ja', textsOf('ja'), forms['japanese']],
  ] as const;
  return all.map(([language, texts, own = '']) => {
    const runs = texts.map(hanOnly).filter((it) => it.length > 0);
    // Characters that one of them alone writes, so that those are known of which the texts have no example.
    const alone = Array.from({ length: Math.ceil(runs.length / own.length / 4) }, () =>
      [...own].map((it) => [it]),
    ).flat();
    return { language, texts: [...runs, ...alone] };
  });
}

const kept = {
  latin: keepProfile(
    learnLanguages(
      latin.map((it) => wordsOf(it, textsOf(it))),
      latinFeatures,
      spoil,
      mostLatin,
    ),
  ),
  han: keepProfile(learnLanguages(chinese(), hanFeatures, (words) => words, mostHan)),
};
writeFileSync(languageProfileFile, `${JSON.stringify(kept, null, 2)}\n`);
console.log(`${languageProfileFile}: ${(statSync(languageProfileFile).size / 1000).toFixed(0)} kB`);
