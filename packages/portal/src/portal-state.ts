import type { ErrorCode, ResponseOf } from '@fairlead/contract';
import type { Catalogue } from '@fairlead/contract/format-message';
import { defaultLocale, type Locale } from '@fairlead/contract/locale';
import type { portalEndpoints } from '@fairlead/contract/portal';
import type { Refusal } from '@fairlead/widget/session/refusal';
import type { Route } from './route.ts';
import type { Person } from './session/session.ts';

type PortalConfig = ResponseOf<(typeof portalEndpoints)['config']>;

/** Everything that every page shows; what one page alone shows is the page's own. */
export interface PortalState {
  /** `out`: nobody is signed in. */
  phase: 'loading' | 'out' | 'in' | 'failed';
  failure: Refusal | null;
  /** Why nobody is signed in any more, or not as they wished. */
  notice: ErrorCode | null;
  config: PortalConfig | null;
  person: Person | null;
  link: 'up' | 'connecting' | 'offline';
  route: Route;
  locale: Locale;
  /** Empty until the language has loaded. */
  texts: Catalogue | null;
}

export const initialState: Omit<PortalState, 'route'> = {
  phase: 'loading',
  failure: null,
  notice: null,
  config: null,
  person: null,
  link: 'connecting',
  locale: defaultLocale,
  texts: null,
};
