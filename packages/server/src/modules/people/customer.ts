import type { Channel, Locale, Tier } from '@fairlead/contract';

/** The page of the exchange on which a customer is. */
export interface Page {
  url: string;
  title: string;
}

/** A customer as this module keeps them. */
export interface CustomerRecord {
  id: string;
  /** The exchange's UID; only a proven identity sets it. */
  externalId: string | null;
  verified: boolean;
  name: string | null;
  email: string | null;
  /** The exchange vouched for the address, or a code that was sent there came back; otherwise a visitor typed it. */
  emailVerified: boolean;
  locale: Locale;
  tier: Tier;
  timeZone: string | null;
  country: string | null;
  page: Page | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  onlineUntil: Date | null;
  mergedInto: string | null;
}

/** A customer's address on a channel. */
export interface ChannelIdentity {
  /** Channels that customers are known on, and e-mail, where an address proves who asks. */
  channel: Channel | 'email';
  address: string;
  verified: boolean;
}
