import { type TicketSettings, ticketSettings } from '@fairlead/contract';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { readSetting, writeSetting } from '../../platform/setting-store.ts';

const key = 'tickets';
const usual: TicketSettings = { reopenDays: 7, closeDays: 7 };

/** When solved tickets reopen and close: as saved, or 7 days for both. */
export async function readTicketSettings(reader: Reader): Promise<TicketSettings> {
  const kept = ticketSettings.safeParse(await readSetting(reader, key));
  return kept.success ? kept.data : usual;
}

export async function saveTicketSettings(tx: Tx, settings: TicketSettings): Promise<TicketSettings> {
  await writeSetting(tx, key, settings);
  return settings;
}
