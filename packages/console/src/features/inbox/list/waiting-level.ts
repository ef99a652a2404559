/** How long a customer has waited, as the eye should take it. */
export type WaitingLevel = 'calm' | 'warning' | 'danger';

const warnAfter = 3;
const alarmAfter = 10;

/** Whole minutes waited, and how bad that is; negative waits (clocks differ) count as none. */
export function waitingLevel(since: string, now: number): { minutes: number; level: WaitingLevel } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  return { minutes, level: minutes >= alarmAfter ? 'danger' : minutes >= warnAfter ? 'warning' : 'calm' };
}
