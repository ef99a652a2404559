import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settings } from '../packages/server/src/platform/config/settings.ts';
import { operationsGuide, settingsTable, withSettingsTable } from './generate-settings-table.ts';

describe('the table of settings', () => {
  test('in docs/operations.md is what the code reads; if not, run scripts/generate-settings-table.ts', () => {
    const document = readFileSync(operationsGuide, 'utf8');
    expect(document).toBe(withSettingsTable(document));
  });

  test('has one row for each setting, with its default', () => {
    const rows = settingsTable().split('\n').slice(2);
    expect(rows.map((row) => /^\| `(\w+)` \|/.exec(row)?.[1])).toEqual(Object.keys(settings));
    expect(rows.find((row) => row.includes('`PORT`'))).toBe('| `PORT` | `4800` | Port to listen on. |');
    expect(rows.find((row) => row.includes('`SMTP_URL`'))).toContain('| – |');
  });

  test('replaces what stood between the markers and leaves the rest', () => {
    const [begin, end] = [
      '<!-- settings: written by scripts/generate-settings-table.ts -->',
      '<!-- end of settings -->',
    ];
    const document = withSettingsTable(`# Title\n${begin}\nold\n${end}\nAfter\n`);
    expect(document).toBe(`# Title\n${begin}\n\n${settingsTable()}\n\n${end}\nAfter\n`);
    expect(withSettingsTable(document)).toBe(document);
  });

  test.each(['no markers', '<!-- end of settings -->'])(
    'refuses a document without both markers: %s',
    (document) => {
      expect(() => withSettingsTable(document)).toThrow('markers');
    },
  );
});
