import {
  type AnnouncementKind,
  type AnnouncementState,
  announcementKinds,
  announcementState,
} from '@fairlead/contract';

/** What the address of the list says. */
export interface AnnouncementSearch {
  state?: AnnouncementState;
  kind?: AnnouncementKind;
}

/** Reads the address; what it does not know is left out. */
export function announcementSearch(raw: Record<string, unknown>): AnnouncementSearch {
  const state = announcementState.options.find((it) => it === raw['state']);
  const kind = announcementKinds.find((it) => it === raw['kind']);
  return { ...(state && { state }), ...(kind && { kind }) };
}
