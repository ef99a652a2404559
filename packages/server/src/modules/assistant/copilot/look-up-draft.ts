import type { BodyOf, endpoints, ResponseOf } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent, readMessages } from '../../conversations/index.ts';
import { flowIsPersonal } from '../../exchange/index.ts';
import { customerTimeZone } from '../../people/index.ts';
import type { Knowledge } from '../think.ts';
import { isFromFalseSender } from './is-from-false-sender.ts';
import { matterOf } from './matter.ts';
import { keepOffers } from './offer-store.ts';
import { linesRead } from './read-case.ts';

type LookUp = typeof endpoints.copilot.lookUp;

/**
 * A reply from what the exchange knows, asked with the agent's rights and recorded as every look is; once, and told in both languages.
 * Throws as looks do, and `copilot.sender_false` where it would tell whoever writes in a customer's name what is that customer's.
 */
export async function lookUpDraft(
  { database, clock }: Platform,
  { exchange }: Knowledge,
  actor: AgentActor,
  id: string,
  { flow, slots = {}, locale: reader, timeZone = 'UTC' }: BodyOf<LookUp>,
): Promise<ResponseOf<LookUp>> {
  if (!actor.permissions.has('conversations.reply')) throw fail('access.forbidden');
  const conversation = await accessForAgent(database.reader(), actor, id);
  const [messages, zone] = await Promise.all([
    readMessages(database.reader(), id, { limit: linesRead }, 'everything'),
    customerTimeZone(database.reader(), conversation.customerId),
  ]);
  const moment = { now: clock.now(), timeZone: zone ?? timeZone };
  const matter = matterOf(messages, conversation, moment);
  const { seq } = matter;
  const { locale } = matter.heard;
  if (flowIsPersonal(flow) && (await isFromFalseSender(database.reader(), id, matter)))
    throw fail('copilot.sender_false');
  const [run, read] = await exchange.runForConversation(
    actor,
    { id, flow },
    { slots, locales: [locale, reader], timeZone: moment.timeZone },
  );
  if (!run) throw new Error('a flow said nothing');
  const what = `flow:${flow}:${run.outcome}`;
  const [offer] = (
    await database.write((tx) =>
      keepOffers(tx, { conversationId: id, agentId: actor.id, seq }, [
        // What the exchange knows of a customer is kept nowhere: whoever sends it says what it was.
        { kind: 'draft', what, locale },
      ]),
    )
  ).filter((it) => it.kind === 'draft' && it.what === what);
  if (!offer) throw new Error('an offer was not kept');
  return {
    draft: {
      offerId: offer.id,
      fate: offer.fate,
      of: 'flow',
      locale,
      text: run.text,
      reading: read && reader !== locale ? { locale: reader, text: read.text } : null,
      sources: [],
    },
    run,
  };
}
