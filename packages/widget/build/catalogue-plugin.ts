import { fileURLToPath } from 'node:url';
import { endpoints, portalSystemLines, publicSystemLines } from '@fairlead/contract';
import { locales } from '@fairlead/contract/locale';
import type { Plugin } from 'vite';
import { emitCatalogues, readTexts, type Texts } from './emit-catalogues.ts';

const own = fileURLToPath(new URL('../locales', import.meta.url));
const shared = fileURLToPath(new URL('../../contract/locales', import.meta.url));

/** The wire's texts that a customer can meet; those of the console stay out of what customers load. */
const always =
  /^(topic|error\.(request(?!\.time_zone)|server|identity|file))\.|^error\.channels\.inbox_not_found$|^(translation\.mark|place\.public_on)$/;
const forCustomers: ReadonlySet<string> = new Set([
  ...publicSystemLines.filter((line) => !portalSystemLines.includes(line)).map((line) => `system.${line}`),
  ...Object.values(endpoints.chat).flatMap(({ errors }) => errors.map((code) => `error.${code}`)),
]);

/**
 * What the first screens never say: it comes with an error, a line of the system, a file, the settings, an address to leave or a browser that keeps nothing. What names a
 * field is there with the field, and that nobody can be reached must be sayable without reaching anybody.
 */
const rare =
  /^(error\.(?!server\.unavailable)|system\.(?!assigned|closed)|(upload|file|translation|place)\.|notice\.(memory|visitor|dismiss)|composer\.(left|over|drop)|thread\.older|menu\.(?!open)|message\.copied|address\.(?!label))/;

/** What is said beside articles alone. */
const help = /^help\./;

/** What is said where a secret is held back. */
const shield = /^shield\./;

function catalogueOf(locale: string): Texts {
  const wire = Object.entries(readTexts(shared, locale)).filter(
    ([key]) => always.test(key) || forCustomers.has(key),
  );
  return { ...Object.fromEntries(wire), ...readTexts(own, locale) };
}

const partOf = (texts: Texts, wanted: (key: string) => boolean): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => wanted(key)));

/** The texts of each locale, the widget's and the contract's: those of the first screens, those beside articles, those of the shield, and the rare ones. A text that a language lacks is the English one. */
export function cataloguePlugin(): Plugin {
  return emitCatalogues(() => {
    const english = catalogueOf('en');
    return locales.flatMap((locale) => {
      const texts = { ...english, ...catalogueOf(locale) };
      return [
        {
          name: locale,
          texts: partOf(texts, (key) => !rare.test(key) && !help.test(key) && !shield.test(key)),
        },
        { name: `${locale}-help`, texts: partOf(texts, (key) => help.test(key)) },
        { name: `${locale}-shield`, texts: partOf(texts, (key) => shield.test(key)) },
        { name: `${locale}-rare`, texts: partOf(texts, (key) => rare.test(key)) },
      ];
    });
  });
}
