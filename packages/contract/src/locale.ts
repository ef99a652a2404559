/** The languages that customers are served in, in the order in which pickers show them. BCP 47 tags. */
export const locales = [
  'zh-CN',
  'en',
  'ja',
  'ko',
  'ru',
  'es',
  'vi',
  'zh-TW',
  'pt-BR',
  'tr',
  'id',
  'th',
  'fr',
  'de',
  'ar',
] as const;
export type Locale = (typeof locales)[number];

/** The languages in which the console is complete. */
export const consoleLocales = [
  'zh-CN',
  'en',
  'ja',
  'ko',
  'ru',
  'es',
  'vi',
] as const satisfies readonly Locale[];
export type ConsoleLocale = (typeof consoleLocales)[number];

export const defaultLocale: Locale = 'en';

/** Each language's own name for itself. */
export const localeNames: Record<Locale, string> = {
  'zh-CN': '简体中文',
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  ru: 'Русский',
  es: 'Español',
  vi: 'Tiếng Việt',
  'zh-TW': '繁體中文',
  'pt-BR': 'Português (Brasil)',
  tr: 'Türkçe',
  id: 'Bahasa Indonesia',
  th: 'ไทย',
  fr: 'Français',
  de: 'Deutsch',
  ar: 'العربية',
};

/** What speakers of one language call another, or their own: `английский`, `الإنجليزية`. */
export function nameOfLanguage(of: Locale, inLocale: Locale): string {
  // "Simplified Chinese" rather than "Chinese (China)".
  const tag = of === 'zh-CN' ? 'zh-Hans' : of === 'zh-TW' ? 'zh-Hant' : of;
  return new Intl.DisplayNames(inLocale, { type: 'language' }).of(tag) ?? localeNames[of];
}

const rightToLeft: ReadonlySet<string> = new Set<Locale>(['ar']);

/** Writing direction for the `dir` attribute. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return rightToLeft.has(locale) ? 'rtl' : 'ltr';
}

/**
 * The supported locale nearest to a BCP 47 tag such as `zh-Hant-HK`, `pt` or `en_GB`, or undefined.
 * Chinese is told apart by script first, then by region; other languages match by their first subtag.
 */
export function nearestLocale(tag: string): Locale | undefined {
  const parts = tag.trim().replaceAll('_', '-').toLowerCase().split('-');
  const exact = locales.find((locale) => locale.toLowerCase() === parts.join('-'));
  if (exact) return exact;
  const [language = ''] = parts;
  if (language === 'zh' || language === 'yue') {
    const traditional = parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part));
    return traditional && !parts.includes('hans') ? 'zh-TW' : 'zh-CN';
  }
  if (language === 'in') return 'id';
  return locales.find((locale) => locale.split('-')[0] === language);
}

/** The first supported locale among the wishes (for example `navigator.languages`), else the default. */
export function negotiateLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const found = nearestLocale(wish);
    if (found) return found;
  }
  return defaultLocale;
}

/** The console's language nearest to a BCP 47 tag, or undefined: whoever reads traditional Chinese is given simplified. */
export function nearestConsoleLocale(tag: string): ConsoleLocale | undefined {
  const near = nearestLocale(tag);
  return near === 'zh-TW' ? 'zh-CN' : consoleLocales.find((locale) => locale === near);
}

/** The language without its region: `zh-TW` and `zh-CN` are both `zh`, because one agent reads both. */
export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
