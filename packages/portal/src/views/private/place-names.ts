import type { Channel } from '@fairlead/contract';

/** Names of the platforms on which people write publicly, which are the same in every language. */
export const placeNames: { readonly [Name in Channel]?: string } = { facebook: 'Facebook', x: 'X' };
