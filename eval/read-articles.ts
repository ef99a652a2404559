import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '@fairlead/search';

/** The articles of a folder `<category>/<slug>/<locale>.md`, as the searcher takes them; their id is `category/slug`. */
export function readArticles(folder: string): SearchDocument[] {
  return foldersIn(folder).flatMap((category) =>
    foldersIn(join(folder, category)).flatMap((slug) => readTranslations(folder, category, slug)),
  );
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? [it.name] : []));

function readTranslations(folder: string, category: string, slug: string): SearchDocument[] {
  const path = join(folder, category, slug);
  const source = join(path, 'en.md');
  // Tags stand in the source only.
  const tags = existsSync(source) ? listOf(readFileSync(source, 'utf8'), 'tags') : [];
  return readdirSync(path)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
      return {
        id: `${category}/${slug}`,
        locale: file.slice(0, -'.md'.length),
        title: valueOf(text, 'title'),
        summary: valueOf(text, 'summary'),
        headings: [...body.matchAll(/^#+ +(.*)$/gm)].map(([, heading = '']) => heading),
        body: plainText(body.replace(/^#+ .*$/gm, '')),
        tags,
        category,
      };
    });
}

/** A value of the front matter, which is YAML of one line each. */
const valueOf = (text: string, key: string): string =>
  (new RegExp(`^${key}: *(.*)$`, 'm').exec(text)?.[1] ?? '').replace(/^(["'])(.*)\1$/, '$2');

const listOf = (text: string, key: string): string[] =>
  valueOf(text, key)
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean);

/** Markdown without its marks; values that are filled in later are left out. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/\{\{[^}]*\}\}/g, '')
    .replace(/\[!\w+\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[|\s:-]+$/gm, '')
    .replace(/[*`>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
