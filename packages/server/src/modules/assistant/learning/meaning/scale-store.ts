import { z } from 'zod';
import type { Reader, Tx } from '../../../../platform/database/database.ts';
import { readSetting, writeSetting } from '../../../../platform/setting-store.ts';
import type { MeaningScale } from './meaning-scale.ts';

const key = 'assistant.embedding_scale';

const kept = z.object({
  /** Of the model that it was measured of. */
  name: z.string(),
  dimensions: z.number().int(),
  /** By language, as little-endian floats in base64. */
  centres: z.record(z.string(), z.string()),
  slope: z.number(),
  offset: z.number(),
  right: z.number(),
  counts: z.number(),
});

/** How a model was measured; undefined where it was not, or another was since. */
export async function readScale(reader: Reader, name: string): Promise<MeaningScale | undefined> {
  const read = kept.safeParse(await readSetting(reader, key));
  if (!read.success || read.data.name !== name) return undefined;
  const { name: _, centres, ...scale } = read.data;
  return {
    ...scale,
    centres: new Map(
      Object.entries(centres).map(([language, packed]) => {
        const bytes = Buffer.from(packed, 'base64');
        return [
          language,
          Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4)),
        ];
      }),
    ),
  };
}

export async function writeScale(tx: Tx, name: string, { centres, ...scale }: MeaningScale): Promise<void> {
  const packed = [...centres].map(([language, centre]) => {
    const bytes = Buffer.alloc(centre.length * 4);
    for (const [at, value] of centre.entries()) bytes.writeFloatLE(value, at * 4);
    return [language, bytes.toString('base64')];
  });
  await writeSetting(tx, key, { name, ...scale, centres: Object.fromEntries(packed) });
}

/** The model is another than the one that was measured, though it is called the same: it is measured anew the next time. */
export const forgetScale = (tx: Tx): Promise<void> => writeSetting(tx, key, null);
