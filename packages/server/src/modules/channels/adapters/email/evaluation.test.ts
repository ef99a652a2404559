import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { absent, evaluationData } from './evaluation-data.testing.ts';
import { foldQuotes } from './fold-quotes.ts';
import { parseLetter } from './parse-letter.ts';
import { type Part, partContent, readParts } from './read-parts.ts';
import { recogniseAutomatic } from './recognise-automatic.ts';
import { recogniseBounce } from './recognise-bounce.ts';
import { sanitiseLetterHtml } from './sanitise-letter-html.ts';

const email = evaluationData('email');
const named = (what: string) => (email === null ? absent('email') : what);
const files = (folder: string) =>
  readdirSync(join(email ?? '', folder)).map((name) => join(email ?? '', folder, name));
const share = (part: number, whole: number) => part / Math.max(1, whole);

/** The leaves of a tree that must hold something, in order: text or bytes. */
const leaves = (part: Part): Part[] => (part.children.length === 0 ? [part] : part.children.flatMap(leaves));

/**
 * Letters that we read otherwise on purpose: a line amid headers that is none is passed over, not the start of the body; a multipart
 * whose first boundary is missing gives its text, not nothing.
 */
const readOtherwise = /malformedHeaderStartsBody-|missing-inner-(?:start-)?boundary/;

describe('evaluation', () => {
  test.skipIf(email === null)(named('every ugly letter is read, sanitised, folded and recognised'), () => {
    const sources = ['mailparser', 'mime4j/testmsgs', 'mime4j/mimetools-testmsgs', 'bounces'].flatMap(files);
    const unread = sources.filter((path) => {
      const letter = parseLetter(readFileSync(path));
      recogniseBounce(letter);
      recogniseAutomatic(letter);
      sanitiseLetterHtml(letter.html ?? '');
      return foldQuotes(letter.text).text === '' && letter.text.trim() !== '';
    });
    expect(sources.length).toBeGreaterThan(300);
    expect(unread).toEqual([]);
  });

  test.skipIf(email === null)(named('letters have the parts and texts that the expected trees name'), () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const folder of ['mime4j/testmsgs', 'mime4j/mimetools-testmsgs'])
      for (const path of files(folder).filter((it) => /\.(?:msg|out)$/.test(it))) {
        const base = path.replace(/\.(?:msg|out)$/, '');
        const { root } = readParts(readFileSync(path));
        const tree = [`${base}_decoded.xml`, `${base}.xml`].find((it) => existsSync(it));
        if (tree) {
          compared++;
          const expected =
            readFileSync(tree, 'utf8').match(/<(?:text-body|binary-body|body)[ >]/g)?.length ?? 0;
          if (leaves(root).length !== Math.max(1, expected))
            wrong.push(`${base}: ${leaves(root).length} parts, not ${expected}`);
        }
        for (const [file, index] of decodedOf(base)) {
          const part = partAt(root, index);
          compared++;
          // An empty part may be left out of the tree.
          const content = part === null ? Buffer.alloc(0) : partContent(part);
          const same = normal(content) === normal(readFileSync(file));
          if (!same) wrong.push(file);
        }
      }
    expect(compared).toBeGreaterThan(60);
    expect(wrong.filter((it) => !readOtherwise.test(it))).toEqual([]);
  });

  test.skipIf(email === null)(named('bounces are understood as well as they were'), () => {
    const expectation = z.object({
      status: z.string(),
      replycode: z.string(),
      reason: z.string(),
      hardbounce: z.boolean(),
    });
    const cases = z
      .array(z.object({ file: z.string(), expected: z.array(expectation) }))
      .parse(JSON.parse(readFileSync(join(email ?? '', 'bounces/expected.json'), 'utf8')));
    const total = { all: 0, found: 0, statusClass: 0, replyCode: 0, hard: 0 };
    for (const { file, expected } of cases) {
      const report = recogniseBounce(parseLetter(readFileSync(join(email ?? '', 'bounces', file))));
      expected.forEach((one, at) => {
        total.all++;
        const bounce = report?.bounces[at];
        if (!bounce && !report?.complaints[at]) return;
        total.found++;
        if ((bounce?.status?.[0] ?? '') === (one.status[0] ?? '')) total.statusClass++;
        if ((bounce?.replyCode ?? '') === one.replycode) total.replyCode++;
        if ((bounce?.kind === 'hard') === one.hardbounce) total.hard++;
      });
    }
    expect(share(total.found, total.all)).toBeGreaterThan(0.95);
    expect(share(total.statusClass, total.all)).toBeGreaterThan(0.9);
    expect(share(total.replyCode, total.all)).toBeGreaterThan(0.9);
    expect(share(total.hard, total.all)).toBeGreaterThan(0.86);
  });

  test.skipIf(email === null)(named('replies lose their history and keep their words'), () => {
    const replies = ['reply-crisp/fixtures', 'reply-github/emails']
      .flatMap(files)
      .map((path) => readFileSync(path, 'utf8'));
    const lead = /^(?:On .*wrote:|-{3,} ?Original Message ?-{3,}|From: .*@.*)$/im;
    const led = replies.filter((reply) => lead.test(reply));
    const folded = led.filter((reply) => foldQuotes(reply).history !== '');
    expect(led.length).toBeGreaterThan(25);
    expect(share(folded.length, led.length)).toBeGreaterThan(0.9);
    for (const reply of replies) expect(foldQuotes(reply).text.trim()).not.toBe('');
  });
});

/** The files with what parts hold, decoded, and where in the tree each part is: `x_decoded_1_2.txt` is the second part of the first. */
function decodedOf(base: string): [string, number[]][] {
  const folder = join(base, '..');
  const prefix = `${base.slice(folder.length + 1)}_decoded_`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^[\d_]+\.(?:txt|bin)$/.test(name.slice(prefix.length)))
    .map((name) => [
      join(folder, name),
      name
        .slice(prefix.length)
        .replace(/\.\w+$/, '')
        .split('_')
        .map(Number),
    ]);
}

/** The first number is the letter itself. */
function partAt(root: Part, index: readonly number[]): Part | null {
  let part: Part | undefined = root;
  for (const number of index.slice(1)) part = part?.children[number - 1];
  return part ?? null;
}

/** White space at ends of lines is not compared: quoted-printable drops it by its standard, the expected texts keep it. */
const normal = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1').replace(/\s+/g, ' ').trim();
