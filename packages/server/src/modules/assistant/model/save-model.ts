import {
  type AssistantModel,
  assistantModel,
  type BodyOf,
  embeddingProviders,
  type endpoints,
  type ResponseOf,
} from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { assistantModelChanged } from '../events.ts';
import { dayOf } from './budget.ts';
import { type KeptModel, putModel, readModel, tokensSince } from './model-store.ts';

type Body = BodyOf<typeof endpoints.assistant.saveModel>;

/** What holds where nobody has decided otherwise. */
const usual = { seconds: 8, tokensPerCustomer: 50_000, tokensPerDay: 5_000_000 };

/** The model as administrators see it: without its key. */
export async function presentModel(
  reader: Reader,
  now: Date,
): Promise<ResponseOf<typeof endpoints.assistant.readModel>> {
  const kept = await readModel(reader);
  const tokensToday = await tokensSince(reader, dayOf(now));
  return { model: kept ? { ...plainly(kept), keyKept: kept.sealedKey !== null } : null, usual, tokensToday };
}

/** Sets the model; who changed what stays on record, but for the key. Throws `request.invalid` for an address without TLS. */
export async function saveModel(
  tx: Tx,
  platform: Pick<Platform, 'config' | 'keys'>,
  actor: AgentActor,
  body: Body,
): Promise<void> {
  const before = await readModel(tx);
  const after = withKey(platform, before, body);
  await putModel(tx, after);
  await announce(tx, assistantModelChanged, {
    subjectId: actor.id,
    actor,
    payload: {
      before: before ? plainly(before) : null,
      after: plainly(after),
      keyChanged: before?.sealedKey !== after.sealedKey,
    },
  });
}

/**
 * What a body makes of the model as it is kept. The kept key goes on only to where it went before: whoever may set the address must not get at the key
 * by it. Throws `request.invalid` for an address without TLS, where no network of ours is named, and for embeddings where the provider has none.
 */
export function withKey(
  { config, keys }: Pick<Platform, 'config' | 'keys'>,
  before: KeptModel | undefined,
  { key, ...model }: Body,
): KeptModel {
  const { protocol, origin } = new URL(model.url);
  if (protocol !== 'https:' && config.MODELS_AT === false) throw fail('request.invalid', { field: 'url' });
  const { embeddings = null } = model;
  if (embeddings !== null && !embeddingProviders.includes(model.provider))
    throw fail('request.invalid', { field: 'embeddings' });
  const same = before?.provider === model.provider && new URL(before.url).origin === origin;
  const kept = same ? before.sealedKey : null;
  return { ...model, embeddings, sealedKey: key === undefined ? kept : key === null ? null : keys.seal(key) };
}

/** Without its key. */
const plainly = (it: KeptModel): AssistantModel => assistantModel.parse(it);
