import type { AnnouncementKind } from '@fairlead/contract';

/** What announcements can be about. Named here, since the contract's own list would bring its schemas along; each has to be one. */
const all: Record<AnnouncementKind, true> = {
  listing: true,
  delisting: true,
  suspension: true,
  maintenance: true,
  event: true,
  risk: true,
};
export const kinds = Object.keys(all) as AnnouncementKind[];
