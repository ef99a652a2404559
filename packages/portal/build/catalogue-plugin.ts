import { fileURLToPath } from 'node:url';
import { endpoints, publicSystemLines } from '@fairlead/contract';
import { locales } from '@fairlead/contract/locale';
import { emitCatalogues, readTexts, type Texts } from '@fairlead/widget/build/emit-catalogues';
import type { Plugin } from 'vite';

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const own = folderOf('../locales');
const wire = folderOf('../../contract/locales');
const chat = folderOf('../../widget/locales');

/** The wire's texts that a customer can meet; those of the console stay out of what customers load. */
const always =
  /^(category|field|choice|form|announcement)\.|^error\.(request|server|identity|channels|file)\./;
const {
  alerts,
  announcementSubscriptions,
  bindings,
  chat: chats,
  files,
  freezes,
  portal,
  recoveries,
} = endpoints;
const forCustomers: ReadonlySet<string> = new Set([
  ...publicSystemLines.map((line) => `system.${line}`),
  ...[
    ...Object.values(chats),
    ...Object.values(files),
    ...Object.values(portal),
    ...Object.values(alerts),
    ...Object.values(bindings),
    ...Object.values(announcementSubscriptions),
    freezes.sendCode,
    freezes.own,
    recoveries.begin,
    recoveries.sendCode,
    recoveries.prove,
    recoveries.questions,
    recoveries.answer,
    recoveries.withdraw,
    recoveries.object,
  ].flatMap(({ errors }) => errors.map((code) => `error.${code}`)),
]);
/** What the chat says in the same words. */
const fromChat =
  /^(upload|file)\.|^composer\.(send|left|over|drop)|^message\.(copy|copied|sending|failed|waiting)|^thread\.(you|agent|assistant|messages)|^address\.label|^home\.safety|^menu\.language|^failed\.retry|^shield\.|^help\.(?!search|found|none)/;

const some = (texts: Texts, wanted: (key: string) => boolean): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => wanted(key)));

function catalogueOf(locale: string): Texts {
  return {
    ...some(readTexts(wire, locale), (key) => always.test(key) || forCustomers.has(key)),
    ...some(readTexts(chat, locale), (key) => fromChat.test(key)),
    ...readTexts(own, locale),
  };
}

/** The texts of each locale, in one file. A text that a language lacks is the English one. */
export function cataloguePlugin(): Plugin {
  return emitCatalogues(() => {
    const english = catalogueOf('en');
    return locales.map((locale) => ({ name: locale, texts: { ...english, ...catalogueOf(locale) } }));
  });
}
