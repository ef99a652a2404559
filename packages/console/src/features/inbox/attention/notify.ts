interface Notice {
  /** One notice of an id stands at a time, also where several tabs show it. */
  id: string;
  title: string;
  /** Called when it is pressed, with the page in front again. */
  onOpen: () => void;
}

/** Whether this browser can show notifications: some only can on pages that are served securely. */
export const canNotify = 'Notification' in globalThis;

/** Asks the browser for leave to show notifications; answers whether it gives it. */
export async function askToNotify(): Promise<boolean> {
  return canNotify && (await Notification.requestPermission()) === 'granted';
}

/**
 * Shows a notification of the browser while the agent is elsewhere. It holds no words of the customer: it may stand on a screen
 * that others see.
 */
export function notify({ id, title, onOpen }: Notice): void {
  if (!canNotify || Notification.permission !== 'granted' || document.hasFocus()) return;
  try {
    const shown = new Notification(title, { tag: id });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      onOpen();
    });
  } catch {
    // Phones show them through a service worker only; the toast is there.
  }
}
