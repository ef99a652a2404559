import { endpoints, type Removal, type SealOpening } from '@fairlead/contract';
import { dataKeysIn } from '../../../platform/crypto/data-key-store.ts';
import { rewrapKeys } from '../../../platform/crypto/rewrap-keys.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readAgentCards } from '../../people/index.ts';
import { accessForAgent } from '../access-conversation.ts';
import { shieldSettingsChanged } from '../events.ts';
import { hearHeldBack } from './hear-held-back.ts';
import { openSealed } from './open-sealed.ts';
import { listSealOpenings } from './opening-store.ts';
import {
  countRemovals,
  eraseBeyond,
  eraseOverdue,
  listRemovals,
  lockRemoval,
  type RemovalRecord,
  readShieldSettings,
  writeShieldSettings,
} from './removal-store.ts';
import { reportFalse } from './report-false.ts';

const day = 24 * 3_600_000;
const shownOpenings = 100;

/** What the shield removed, to agents and administrators; what is kept of it, opened and erased. */
export function shieldRoutes(platform: Platform): void {
  const { clock, database, http, jobs } = platform;
  const { shield } = endpoints;

  async function peopleOf(reader: Reader, ids: ReadonlyArray<string | null>) {
    const cards = await readAgentCards(reader, [...new Set(ids.filter((id) => id !== null))]);
    return (id: string) => ({ id, name: cards.get(id)?.name ?? '' });
  }

  async function present(reader: Reader, records: readonly RemovalRecord[]): Promise<Removal[]> {
    const person = await peopleOf(
      reader,
      records.map((it) => it.reportedBy),
    );
    return records.map((it) => ({
      id: it.id,
      kind: it.kind,
      place: it.place,
      certainty: it.certainty,
      removedAt: it.removedAt.toISOString(),
      reported:
        it.reportedAt && it.reportedBy !== null
          ? { by: person(it.reportedBy), at: it.reportedAt.toISOString() }
          : null,
      sealedUntil: it.original && it.original.until > reader.now ? it.original.until.toISOString() : null,
    }));
  }

  http.route(shield.ofMessage, async ({ caller, params }) => {
    const reader = database.reader();
    const { id } = await accessForAgent(reader, caller, params.id);
    return { items: await present(reader, await listRemovals(reader, id, params.messageId)) };
  });
  http.route(shield.reportFalse, ({ caller, params, body }) =>
    database.write(async (tx) => {
      const place = { conversationId: params.id, removalId: params.removalId };
      await reportFalse(tx, caller, place, body.was);
      const record = await lockRemoval(tx, place.conversationId, place.removalId);
      const [shown] = record ? await present(tx, [record]) : [];
      if (!shown) throw fail('shield.not_found');
      return shown;
    }),
  );
  http.route(shield.open, ({ caller, params, body }) =>
    database.write((tx) =>
      openSealed(tx, platform, caller, { conversationId: params.id, removalId: params.removalId }, body),
    ),
  );

  async function presentSettings() {
    const reader = database.reader();
    const { settings, changed } = await readShieldSettings(reader);
    const person = await peopleOf(reader, changed ? [changed.by] : []);
    return {
      ...settings,
      changed: changed && { by: person(changed.by), at: changed.at.toISOString() },
    };
  }
  http.route(shield.settings, presentSettings);
  http.route(shield.saveSettings, async ({ caller, body }) => {
    await database.write(async (tx) => {
      const settings = { ...body, sealedKinds: [...new Set(body.sealedKinds)] };
      await writeShieldSettings(tx, caller.id, settings);
      await eraseBeyond(tx, settings);
      await announce(tx, shieldSettingsChanged, { subjectId: caller.id, actor: caller, payload: settings });
    });
    return presentSettings();
  });
  http.route(shield.counts, async ({ query }) => ({
    items: await countRemovals(database.reader(), new Date(clock.now().getTime() - query.weeks * 7 * day)),
  }));
  hearHeldBack(platform);
  http.route(shield.openings, async () => {
    const reader = database.reader();
    const records = await listSealOpenings(reader, shownOpenings);
    const person = await peopleOf(
      reader,
      records.map((it) => it.agentId),
    );
    return {
      items: records.map(
        (it): SealOpening => ({
          id: it.id,
          conversationId: it.conversationId,
          kind: it.kind,
          by: person(it.agentId),
          reason: it.reason,
          note: it.note,
          openedAt: it.openedAt.toISOString(),
        }),
      ),
    };
  });

  jobs.every('shield.erase-overdue', 600_000, async () => {
    await database.write((tx) => eraseOverdue(tx));
  });
  jobs.every('shield.rewrap-keys', 600_000, () =>
    rewrapKeys(platform, 'sealed originals', dataKeysIn('shield_removals')),
  );
}
