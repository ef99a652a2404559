import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCatalogue } from '../packages/contract/src/errors.ts';
import { consoleLocales, locales } from '../packages/contract/src/locale.ts';
import { root } from './run-step.ts';

/** A set of catalogues that must agree: where they lie, in which languages, and the sources that use their keys. */
interface Family {
  name: string;
  /** The catalogue of a language, as one flat object. */
  read: (locale: string) => Record<string, string>;
  locales: readonly string[];
  sources: readonly string[];
  /** Keys put together at run time: a key that begins so counts as used. */
  made: readonly string[];
}

const json = (path: string): Record<string, string> => {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return {};
  }
};
const flat = (folder: string) => (locale: string) => json(`${folder}/${locale}.json`);

const families: Family[] = [
  {
    name: 'contract',
    read: flat('packages/contract/locales'),
    locales,
    sources: ['packages/server/src/modules/channels/adapters'],
    made: [
      'error.',
      'system.',
      'topic.',
      'channel.',
      'category.',
      'field.',
      'choice.',
      'form.',
      'checklist.',
      'translation.',
      'place.',
      'removed.',
      'ticket_status.',
      'ticket_priority.',
      'announcement.kind.',
    ],
  },
  {
    name: 'widget',
    read: flat('packages/widget/locales'),
    locales,
    sources: ['packages/widget/src'],
    made: [],
  },
  {
    name: 'portal',
    read: flat('packages/portal/locales'),
    locales,
    sources: ['packages/portal/src'],
    made: [],
  },
  {
    name: 'help pages',
    read: flat('packages/server/src/pages/help/locales'),
    locales,
    sources: ['packages/server/src/pages'],
    made: ['vote.reason.'],
  },
  {
    name: 'console',
    read: (locale) =>
      Object.assign(
        {},
        ...readdirSync(join(root, 'packages/console/src/i18n/locales'))
          .filter((file) => file.endsWith(`.${locale}.json`))
          .map((file) => json(`packages/console/src/i18n/locales/${file}`)),
      ),
    locales: consoleLocales,
    sources: ['packages/console/src'],
    made: [],
  },
  {
    name: 'playground',
    read: flat('packages/playground/locales'),
    locales: consoleLocales,
    sources: ['packages/playground/src'],
    made: [],
  },
  {
    name: 'conversations',
    read: flat('packages/server/src/modules/conversations/locales'),
    locales,
    sources: ['packages/server/src/modules/conversations'],
    made: [],
  },
  {
    name: 'tickets',
    read: flat('packages/server/src/modules/tickets/locales'),
    locales,
    sources: ['packages/server/src/modules/tickets'],
    made: ['code.'],
  },
  {
    name: 'exchange',
    read: flat('packages/server/src/modules/exchange/locales'),
    locales,
    sources: ['packages/server/src/modules/exchange'],
    made: [],
  },
  {
    name: 'assistant',
    read: flat('packages/server/src/modules/assistant/locales'),
    locales,
    sources: ['packages/server/src/modules/assistant'],
    made: ['hand_over_'],
  },
  {
    name: 'compliance',
    read: flat('packages/server/src/modules/compliance/locales'),
    locales,
    sources: ['packages/server/src/modules/compliance'],
    made: ['steps.', 'subject.'],
  },
  {
    name: 'alerts',
    read: flat('packages/server/src/modules/alerts/locales'),
    locales,
    sources: ['packages/server/src/modules/alerts'],
    made: [],
  },
  {
    name: 'announcements',
    read: flat('packages/server/src/modules/announcements/locales'),
    locales,
    sources: ['packages/server/src/modules/announcements'],
    made: [],
  },
  {
    name: 'official',
    read: flat('packages/server/src/modules/official/locales'),
    locales,
    sources: ['packages/server/src/modules/official'],
    made: [],
  },
  {
    name: 'access',
    read: flat('packages/server/src/modules/access/locales'),
    locales: consoleLocales,
    sources: ['packages/server/src/modules/access'],
    made: [],
  },
];

/** What is wrong with the catalogues, a line each: keys missing, left over or unused, placeholders that differ, branches that a language lacks. */
export function checkLocales(): string[] {
  return [...families.flatMap(checkFamily), ...checkErrors()];
}

function checkFamily(family: Family): string[] {
  const english = family.read('en');
  const used = usedIn(family.sources);
  const problems = Object.keys(english)
    .filter((key) => !family.made.some((prefix) => key.startsWith(prefix)) && !used(key))
    .map((key) => `${family.name}: ${key} is used nowhere`);
  for (const locale of family.locales) {
    const catalogue = family.read(locale);
    for (const key of Object.keys(english)) {
      if (catalogue[key] === undefined) problems.push(`${family.name} ${locale}: ${key} is missing`);
    }
    for (const [key, text] of Object.entries(catalogue)) {
      const original = english[key];
      if (original === undefined) problems.push(`${family.name} ${locale}: ${key} is not in English`);
      else
        problems.push(
          ...compare(original, text, locale).map((it) => `${family.name} ${locale}: ${key} ${it}`),
        );
    }
  }
  return problems;
}

/** How a text disagrees with its English original. */
export function compare(original: string, text: string, locale: string): string[] {
  const problems: string[] = [];
  if (text.trim() === '') problems.push('is empty');
  const names = (of: string) =>
    [...new Set([...of.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort().join();
  const cleaned = (of: string) => of.replace(/(=\d+|zero|one|two|few|many|other) \{[^{}]*\}/g, '');
  if (names(cleaned(original)) !== names(cleaned(text))) problems.push('has other placeholders than English');
  for (const [, branches = ''] of text.matchAll(/\{\w+, plural,((?:\s*[=\w]+ \{[^{}]*\})+)\s*\}/g)) {
    const has = new Set([...branches.matchAll(/([=\w]+) \{/g)].map((match) => match[1]));
    const needs = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const lacking = needs.filter((category) => !has.has(category));
    // Spanish, French and Portuguese call only round millions "many".
    const tolerated = lacking.filter(
      (category) => !(category === 'many' && ['es', 'fr', 'pt'].includes(locale.slice(0, 2))),
    );
    if (tolerated.length > 0) problems.push(`lacks the plural ${tolerated.join(', ')}`);
  }
  if ((text.match(/\{/g)?.length ?? 0) !== (text.match(/\}/g)?.length ?? 0))
    problems.push('has braces that do not match');
  return problems;
}

function checkErrors(): string[] {
  const english = json('packages/contract/locales/en.json');
  return Object.entries(errorCatalogue).flatMap(([code, { params }]) => {
    const text = english[`error.${code}`];
    if (text === undefined) return [`contract: error.${code} has no text`];
    return [...text.matchAll(/\{(\w+)/g)]
      .filter(([, name = '']) => !(params as readonly string[]).includes(name) && !/^(one|other)$/.test(name))
      .map(([, name]) => `contract: error.${code} names {${name}}, which the code does not give`);
  });
}

/** Whether a key, or a template literal that can make it, stands in the sources. */
function usedIn(folders: readonly string[]): (key: string) => boolean {
  const text = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(tsx?|html)$/.test(file) && !file.includes('.test.'))
        .map((file) => readFileSync(join(root, folder, file), 'utf8')),
    )
    .join('\n');
  const literals = new Set([...text.matchAll(/['"`]([\w.-]+)['"`]/g)].map((match) => match[1]));
  // A template literal with parts put in at run time uses every key that it can make.
  const templates = [...text.matchAll(/`((?:[\w.-]|\$\{[^}]+\})+)`/g)]
    .map(([, template = '']) => template)
    .filter((template) => template.includes('${') && /^[\w-]+\./.test(template))
    .map(
      (template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[\\w.-]+')}$`),
    );
  return (key) => literals.has(key) || templates.some((template) => template.test(key));
}
