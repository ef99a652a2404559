import { launcherStyle } from './launcher-style.ts';
import type { Theme } from './messages.ts';

/** The parts of the widget that stand in the host's page. */
export interface Launcher {
  button: HTMLButtonElement;
  frame: HTMLIFrameElement;
  /** Puts the frame into the page, or into it anew; before that nothing of it is fetched. */
  load: (src: string) => void;
  show: (open: boolean, label: string, unread: number, theme: Theme) => void;
}

/**
 * Puts the launcher into the page, inside a closed shadow root that the page's styles do not reach. Styles go through the CSSOM, which a
 * Content-Security-Policy without `unsafe-inline` allows.
 */
export function createLauncher(position: string): Launcher {
  const host = document.createElement('fairlead-chat');
  // The page's own layers must not cover the way to help. Of the page's style only the writing direction is left: `all` does not touch it.
  host.style.cssText = 'all:initial!important;position:fixed!important;z-index:2147483647!important';
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  shadow.adoptedStyleSheets = [sheet];
  const box = document.createElement('div');
  box.className = position;
  const button = document.createElement('button');
  const badge = document.createElement('b');
  const frame = document.createElement('iframe');
  frame.allow = 'clipboard-write;autoplay;fullscreen';
  button.append(document.createElement('i'), badge);
  box.append(button);
  shadow.append(box);
  // A transformed or filtered body would hold fixed elements captive; the root element does not.
  document.documentElement.append(host);

  return {
    button,
    frame,
    load(src) {
      frame.src = src;
      box.prepend(frame);
    },
    show(open, label, unread, theme) {
      box.toggleAttribute('open', open);
      box.style.colorScheme = theme.replace('auto', 'light dark');
      button.ariaLabel = label;
      button.ariaExpanded = `${open}`;
      badge.textContent = open || !unread ? '' : `${unread}`;
    },
  };
}
