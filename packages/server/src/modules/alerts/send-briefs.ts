import { newId } from '../../platform/crypto/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ExchangeConnector } from '../exchange/index.ts';
import type { NoticeRecord } from './alert.ts';
import { readAlertSettings } from './alert-desk-store.ts';
import { composeBrief } from './compose-brief.ts';
import { lookAtMarket } from './look-at-market.ts';
import { orderNotices } from './order-notices.ts';
import { lockBriefsDue, savePreferences } from './preference-store.ts';
import { latestBrief, nextBrief } from './quiet-rules.ts';

const batch = 200;

/** Orders the briefs that are due. While the exchange is silent they wait; what is hours late by then is left out. */
export async function sendBriefs(platform: Platform, connector: ExchangeConnector): Promise<void> {
  if (!connector.connected.market) return;
  const { clock, database, jobs } = platform;
  const { settings } = await readAlertSettings(database.reader());
  if (!settings.enabled || !settings.briefs) return;
  const market = await lookAtMarket(connector, clock);
  for (;;) {
    const settled = await database.write(async (tx) => {
      const due = await lockBriefsDue(tx, batch);
      const notices: NoticeRecord[] = [];
      let moved = 0;
      for (const wishes of due) {
        const { brief, briefDueAt, customerId, timeZone } = wishes;
        if (!brief || !briefDueAt) continue;
        const late = tx.now.getTime() - briefDueAt.getTime() > latestBrief;
        const facts = late ? null : composeBrief(market, brief.assets);
        if (!facts && !late) continue;
        moved++;
        await savePreferences(tx, { ...wishes, briefDueAt: nextBrief(brief.hour, timeZone, tx.now) });
        if (!facts) continue;
        const occasion = `brief:${customerId}:${briefDueAt.toISOString()}`;
        // The hour was chosen: quiet hours do not hold it.
        const times = { at: tx.now, dueAt: tx.now };
        notices.push({ id: newId(tx.now.getTime()), customerId, alertId: null, occasion, facts, ...times });
      }
      await orderNotices(tx, jobs, notices);
      return { found: due.length, moved };
    });
    if (settled.found < batch || settled.moved === 0) return;
  }
}
