import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../packages/server/src/platform/config/settings.ts';
import { root } from './run-step.ts';

/** The document that holds the table. */
export const operationsGuide = join(root, 'docs/operations.md');

const begin = '<!-- settings: written by scripts/generate-settings-table.ts -->';
const end = '<!-- end of settings -->';

/** Every setting of the server with its default and its meaning, as a Markdown table. */
export function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, { schema, about }]) => {
    const fallback: unknown = schema.safeParse(undefined).data;
    return `| \`${name}\` | ${fallback === undefined ? '–' : `\`${String(fallback)}\``} | ${about.replaceAll('|', '\\|')} |`;
  });
  return ['| Setting | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The document with the table between its markers. Throws where the markers are not there, each once and in order. */
export function withSettingsTable(document: string): string {
  const [before, inside, ...more] = document.split(begin);
  const [table, after, ...rest] = (inside ?? '').split(end);
  if (before === undefined || table === undefined || after === undefined || more.length + rest.length > 0) {
    throw new Error(`The document needs the markers ${begin} and ${end}, once each.`);
  }
  return `${before}${begin}\n\n${settingsTable()}\n\n${end}${after}`;
}

if (import.meta.main) {
  writeFileSync(operationsGuide, withSettingsTable(readFileSync(operationsGuide, 'utf8')));
}
