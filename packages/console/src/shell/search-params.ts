import {
  type Category,
  type Channel,
  categories,
  channels,
  type Locale,
  locales,
  type TextGroup,
  textGroups,
} from '@fairlead/contract';
import { type ShownTexts, shownTexts } from '../features/assistant/texts/find-texts.ts';
import { type RuleTemplate, ruleTemplates } from '../features/automation/rule-templates.ts';

type Raw = Record<string, unknown>;

function text(value: unknown): string | undefined {
  // The router reads `?q=1042` as a number.
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Leaves out what is not set, so that addresses stay short. */
function compact<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** Where to go after the sign-in: a path of the console, never another site. */
export function nextSearch(raw: Raw): { next?: string } {
  const next = text(raw['next']);
  return compact({ next: next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : undefined });
}

/** A search box. */
export function querySearch(raw: Raw): { q?: string } {
  return compact({ q: text(raw['q']) });
}

/** The order of a page's table. */
export function sortSearch(raw: Raw): { sort?: string } {
  return compact({ sort: text(raw['sort']) });
}

/** The filters of the inbox: those of the list endpoint. */
export function inboxSearch(raw: Raw): { q?: string; language?: string; channel?: Channel } {
  return compact({
    q: text(raw['q']),
    language: text(raw['language']),
    channel: channels.find((channel) => channel === raw['channel']),
  });
}

const peopleTabs = ['agents', 'teams', 'policy'] as const;
export type PeopleTab = (typeof peopleTabs)[number];

/** The tab of the people page, and the search among agents and their order. */
export function peopleSearch(raw: Raw): { tab?: PeopleTab; q?: string; sort?: string } {
  return {
    ...sortSearch(raw),
    ...compact({ q: text(raw['q']), tab: peopleTabs.find((tab) => tab === raw['tab']) }),
  };
}

const studioTabs = ['try', 'results', 'texts', 'learning', 'copilot', 'settings'] as const;
const officialShown = ['ours', 'impostors', 'reports'] as const;
export type OfficialShown = (typeof officialShown)[number];

/** What of the registry of official channels is shown, and the search in it. */
export function officialSearch(raw: Raw): { show?: OfficialShown; q?: string } {
  return compact({ q: text(raw['q']), show: officialShown.find((it) => it === raw['show']) });
}

export type StudioTab = (typeof studioTabs)[number];

/** Which texts of the assistant are looked at. */
export interface StudioTexts {
  lang?: Locale | undefined;
  group?: TextGroup | undefined;
  show?: ShownTexts | undefined;
  q?: string | undefined;
}

/** The tab of the assistant's studio, the example that is tried, the set of examples, and the texts that are looked at. */
export function studioSearch(
  raw: Raw,
): { tab?: StudioTab; example?: string; set?: string | undefined } & StudioTexts {
  return compact({
    tab: studioTabs.find((tab) => tab === raw['tab']),
    example: text(raw['example']),
    set: text(raw['set']),
    lang: locales.find((it) => it === raw['lang']),
    group: textGroups.find((it) => it === raw['group']),
    show: shownTexts.find((it) => it === raw['show'] && it !== 'all'),
    q: text(raw['q']),
  });
}

/** What is opened to be changed, and in which language. */
export function editSearch(raw: Raw): { edit?: string; lang?: Locale } {
  return compact({ edit: text(raw['edit']), lang: locales.find((it) => it === raw['lang']) });
}

/** The language in which something is written. */
export function languageSearch(raw: Raw): { lang?: Locale } {
  return compact({ lang: locales.find((it) => it === raw['lang']) });
}

/** The category whose form is looked at, and in which language. */
export function formsSearch(raw: Raw): { category?: Category; lang?: Locale } {
  return {
    ...languageSearch(raw),
    ...compact({ category: categories.find((it) => it === raw['category']) }),
  };
}

const slaTabs = ['policies', 'calendars', 'try'] as const;
export type SlaTab = (typeof slaTabs)[number];

/** The tab of the SLA page. */
export function slaSearch(raw: Raw): { tab?: SlaTab } {
  return compact({ tab: slaTabs.find((tab) => tab === raw['tab']) });
}

const automationTabs = ['rules', 'log'] as const;
export type AutomationTab = (typeof automationTabs)[number];

/** The tab of the automation page. */
export function automationSearch(raw: Raw): { tab?: AutomationTab } {
  return compact({ tab: automationTabs.find((tab) => tab === raw['tab']) });
}

/** What a new rule begins with: a template, or another rule. */
export function ruleSearch(raw: Raw): { template?: RuleTemplate; from?: string } {
  return compact({
    template: ruleTemplates.find((template) => template === raw['template']),
    from: text(raw['from']),
  });
}
