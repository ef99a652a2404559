import { readFileSync } from 'node:fs';
import { createLog, createPictureReader, recogniseInPicture } from '@fairlead/server/testing';
import { ms, percentile, printTable } from '../bench/table.ts';
import { charactersRight } from './characters-right.ts';
import { draw, looks, type Screen, screens } from './ocr-pictures.ts';

/** Fonts with the letters of a language; those of Debian's fonts-liberation and fonts-noto-cjk. */
const families: Readonly<Record<string, string>> = {
  zh: 'Noto Sans CJK SC',
  ja: 'Noto Sans CJK JP',
  ko: 'Noto Sans CJK KR',
};

/**
 * How well pictures are read: screens of a wallet in each language, as phones and desks show them, drawn by the machine's own fonts. Counts characters that are
 * right (of those that ids do not hold), entities found, entities that say they may be misread, and entities that are wrong and do not say so.
 */
export async function evalOcr(): Promise<void> {
  const reader = createPictureReader({ on: true, log: createLog('warn') });
  if (!reader.ready) return;
  const rows: Array<readonly (string | number)[]> = [];
  const all = { found: 0, doubtful: 0, wrong: 0, asked: 0 };
  try {
    for (const [language, screen] of Object.entries(screens)) {
      const counted = { found: 0, doubtful: 0, wrong: 0, asked: 0 };
      const right: number[] = [];
      const times: number[] = [];
      let memory = 0;
      for (const look of looks) {
        const picture = await draw(screen, look, families[language] ?? 'Liberation Sans');
        const begun = performance.now();
        const text = await reader.read(picture, language);
        times.push(performance.now() - begun);
        memory = Math.max(memory, peakOf(reader.processId));
        if (!text) throw new Error(`the picture ${look.name} in ${language} was not read`);
        right.push(charactersRight(wordsOf(screen), (text.readings[0] ?? []).join('')));
        const wanted = wantedOf(screen);
        const entities = recogniseInPicture(text, language);
        const meant = entities.map((it) => [it.kind, sameWritten(it.text), it.misread] as const);
        counted.asked += wanted.length;
        for (const [kind, value] of wanted) {
          const hit = meant.find((it) => it[0] === kind && it[1] === sameWritten(value));
          if (hit && !hit[2]) counted.found++;
        }
        counted.doubtful += meant.filter((it) => it[2]).length;
        const values = wanted.map(([, value]) => sameWritten(value));
        counted.wrong += meant.filter((it) => !it[2] && !values.includes(it[1])).length;
      }
      const average = right.reduce((sum, it) => sum + it, 0) / right.length;
      rows.push([
        language,
        `${(average * 100).toFixed(1)} %`,
        `${counted.found} of ${counted.asked}`,
        counted.doubtful,
        counted.wrong,
        ms(percentile(times, 0.5)),
        ms(percentile(times, 1)),
        memory,
      ]);
      for (const key of ['found', 'doubtful', 'wrong', 'asked'] as const) all[key] += counted[key];
    }
  } finally {
    await reader.stop();
  }
  const { found, asked, doubtful, wrong } = all;
  rows.push(['all', '', `${found} of ${asked}`, doubtful, wrong, '', '', '']);
  printTable(
    `Text in pictures (${looks.map((it) => it.name).join('; ')})`,
    ['language', 'characters', 'entities', 'perhaps misread', 'wrong', 'ms p50', 'ms most', 'MB most'],
    rows,
  );
}

/** What is written besides the long ids. */
const wordsOf = (screen: Screen): string => {
  const { title, says, amount, network, address, txid, order, error } = screen;
  const entries = [amount, network, order, error].flat();
  return [title, says, ...entries, address[0], txid[0]].join('');
};

const wantedOf = ({ amount, address, txid, order, error }: Screen) =>
  [
    ['amount', amount[1]],
    ['address', address[1]],
    ['txid', txid[1]],
    ['order_id', order[1]],
    ['error_code', error[1]],
  ] as const;

/** Blanks and, in hexadecimal, the case of letters make no difference. */
const sameWritten = (text: string) => {
  const tight = text.replace(/\s/g, '');
  return /^(?:0x)?[0-9a-f]{64}$/i.test(tight) ? tight.toLowerCase() : tight;
};

/** Megabytes that a process has held at most; 0 where the system does not tell. */
function peakOf(processId: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
