import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/**
 * What Tesseract learned of the languages of the house. No package has Russian: Bulgarian is written with all of its letters but ё, ы
 * and э.
 */
const models = { en: 'eng', zh: 'chi_sim', ja: 'jpn', ko: 'kor', ru: 'bul', es: 'spa', vi: 'vie' } as const;
export type ReadingModel = (typeof models)[keyof typeof models];

/** The model that reads a language (`zh`, `zh-TW`); English, if it is another or its package is not installed. */
export function modelOf(language: string): ReadingModel {
  const model = (models as Record<string, ReadingModel>)[language.split('-')[0] ?? ''];
  return model && isInstalled(model) ? model : 'eng';
}

/** Whether pictures can be read at all. */
export const canRead = (): boolean => isInstalled('eng') && found('tesseract-wasm') !== null;

/** The languages of the house that have a model here. */
export const languagesRead = (): string[] =>
  Object.entries(models).flatMap(([language, model]) => (isInstalled(model) ? [language] : []));

const isInstalled = (model: ReadingModel): boolean => {
  const manifest = found(`@tesseract.js-data/${model}/package.json`);
  return manifest !== null && existsSync(dataBeside(manifest, model));
};

/** The file of a model that is installed. */
export const dataFile = (model: ReadingModel): string =>
  dataBeside(require.resolve(`@tesseract.js-data/${model}/package.json`), model);

const dataBeside = (manifest: string, model: ReadingModel): string =>
  path.join(path.dirname(manifest), '4.0.0_best_int', `${model}.traineddata.gz`);

function found(name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}
