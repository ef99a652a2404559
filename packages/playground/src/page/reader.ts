import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import en from '../../locales/en.json';
import es from '../../locales/es.json';
import ja from '../../locales/ja.json';
import ko from '../../locales/ko.json';
import ru from '../../locales/ru.json';
import vi from '../../locales/vi.json';
import zhCN from '../../locales/zh-CN.json';
import { type Numbers, numbersIn } from './numbers.ts';

export type TextKey = keyof typeof en;
type Params = Readonly<Record<string, string>>;

/** The page as one reader gets it. */
export interface Reader {
  /** The language in which the page's own texts stand: not every locale has its own. */
  readonly language: string;
  readonly numbers: Numbers;
  readonly t: (key: TextKey, params?: Params) => string;
}

const catalogues: Readonly<Record<string, Readonly<Record<TextKey, string>>>> = {
  en,
  'zh-CN': zhCN,
  ja,
  ko,
  ru,
  es,
  vi,
};

/** The reader of a locale; where the page has no texts in it, English stands in. */
export function readerOf(locale: string): Reader {
  const language = locale in catalogues ? locale : 'en';
  const catalogue = catalogues[language] ?? en;
  return {
    language,
    numbers: numbersIn(language),
    t: (key, params = {}) =>
      catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole),
  };
}

export const ReaderContext = createContext<Reader>(readerOf('en'));

/** The reader for whom a component is drawn. */
export function useReader(): Reader {
  return useContext(ReaderContext);
}
