import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { readShippedModel, replaceIntentModel } from '@fairlead/understanding';
import { z } from 'zod';
import type { Actor } from '../../../../platform/actor.ts';
import type { Reader, Tx } from '../../../../platform/database/database.ts';
import { announce } from '../../../../platform/events/event.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { readSetting, writeSetting } from '../../../../platform/setting-store.ts';
import { classifierChanged } from '../../events.ts';
import { findClassifier } from './classifier-store.ts';

const liveKey = 'assistant.classifier';
const topic = 'assistant.classifier';
const pointer = z.object({ number: z.number().int().min(0) });
/** Milliseconds between two looks at which version is live, for when a hint was lost. */
const lookEvery = 15_000;

/** Under which key the bytes of a version lie. */
export const fileOf = (sha256: string): string => `classifiers/${sha256}`;

/** The number of the version that is live; 0 is the one that came along. */
export async function liveNumber(reader: Reader): Promise<number> {
  return pointer.safeParse(await readSetting(reader, liveKey)).data?.number ?? 0;
}

/** Lets a version be live on every node, within moments of the commit. */
export async function makeLive(
  tx: Tx,
  { bus }: Pick<Platform, 'bus'>,
  actor: Actor,
  { number, subjectId }: { number: number; subjectId: string },
): Promise<void> {
  const before = await liveNumber(tx);
  if (before === number) return;
  await writeSetting(tx, liveKey, { number });
  await announce(tx, classifierChanged, { subjectId, actor, payload: { before, after: number } });
  tx.afterCommit(() => bus.publish(topic, ''));
}

/** The bytes of a version. Throws where they are not there, or not what was trained. */
export async function bytesOf(
  { files, database }: Pick<Platform, 'files' | 'database'>,
  number: number,
): Promise<Uint8Array> {
  if (number === 0) return readShippedModel();
  const sha256 = (await findClassifier(database.reader(), number))?.sha256;
  if (!sha256) throw new Error(`version ${number} of the classifier has no bytes`);
  const { stream } = await files.read(fileOf(sha256));
  const bytes = await buffer(stream);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`the bytes of version ${number} of the classifier are not those that were trained`);
  return bytes;
}

/** Keeps this node at the version that is live. */
export interface ClassifierFollower {
  /** Looks now; what cannot be read leaves the version as it is, and is said in the log. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** `onModel` hears of the bytes by which this node goes from then on; null for those that came along. */
export function followClassifier(
  platform: Platform,
  onModel: (bytes: Uint8Array | null) => void,
): ClassifierFollower {
  const { bus, database, log } = platform;
  let mine = 0;
  let turn = Promise.resolve();
  const lookOnce = async () => {
    const number = await liveNumber(database.reader());
    if (number === mine) return;
    const bytes = number === 0 ? null : await bytesOf(platform, number);
    replaceIntentModel(bytes);
    onModel(bytes);
    mine = number;
    log.info({ number }, 'another version of the classifier is live');
  };
  const look = () => {
    turn = turn
      .then(lookOnce)
      .catch((error: unknown) => log.warn({ err: error }, 'the classifier that is live could not be read'));
    return turn;
  };
  const unsubscribe = bus.subscribe(topic, () => void look());
  bus.onGap(() => void look());
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  return {
    look,
    async stop() {
      clearInterval(timer);
      unsubscribe();
      await turn;
    },
  };
}
