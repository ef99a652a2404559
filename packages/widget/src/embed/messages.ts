/** How the frame is coloured: as the host says, or as the device does. */
export type Theme = 'auto' | 'light' | 'dark';

/** Where the customer is, without the query and the fragment: those carry secrets. */
export interface HostPage {
  url: string;
  title: string;
}

/** What the loader says to the frame, whole each time: once the frame has loaded, and when something of it changes. */
export interface HostMessage extends HostPage {
  /** Language tags by preference. */
  locales: string[];
  theme: Theme;
  /** A signed identity, said once; null: the customer signed out; undefined: nothing new. */
  identity: string | null | undefined;
  open: boolean;
  /** The panel covers the screen. */
  full: boolean;
}

/** What the frame says to the loader. */
export type FrameMessage =
  /** What the launcher shows and is called; `title` names the frame for screen readers. The first one says that the frame is ready. */
  | { t: 'launcher'; unread: number; open: string; close: string; title: string }
  /** The customer closed the panel. */
  | { t: 'close' }
  | { t: 'error'; code: string };

/** Marks our messages among those of others on the page. */
export const protocol = 'fairlead/1';
