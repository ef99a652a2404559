import type { Locale } from '@fairlead/contract';

/** Where customers freeze their own account by a code, from the root of the server: a page of the portal, in their language. */
export const freezeAddress = (locale: Locale): string => `/portal/freeze?lang=${locale}`;
