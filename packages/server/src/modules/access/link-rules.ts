export type LinkPurpose = 'invitation' | 'password_reset';

export const resetMinutes = 60;
export const invitationDays = 7;
/** A second reset link within this time is not sent: the first is on its way, and a stranger cannot fill a mailbox. */
export const resetEvery = 60_000;

const lifetime: Record<LinkPurpose, number> = {
  password_reset: resetMinutes * 60_000,
  invitation: invitationDays * 24 * 3600_000,
};
const page: Record<LinkPurpose, string> = { password_reset: 'reset', invitation: 'invitation' };

export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + lifetime[purpose]);
}

/** The page of the console that takes the link up. */
export function linkAddress(publicUrl: string, purpose: LinkPurpose, token: string): string {
  return `${publicUrl}/console/${page[purpose]}/${token}`;
}
