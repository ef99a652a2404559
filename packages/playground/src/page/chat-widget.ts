/** What the chat's loader offers to the page that embeds it. */
interface Fairlead {
  identify(token: string | null): unknown;
  setLocale(locale: string): unknown;
  setTheme(theme: 'dark' | 'light'): unknown;
  /** Called with the code of what went wrong. Answers how to stop. */
  onError(listener: (code: string) => void): () => void;
}

declare global {
  interface Window {
    Fairlead?: Fairlead;
  }
}

let loading: Promise<Fairlead> | undefined;

/** Puts the chat's script tag into the page, once, and gives the chat when it has loaded. */
export function embedChat(inboxKey: string): Promise<Fairlead> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.async = true;
    script.src = '/widget/loader.js';
    script.dataset['inbox'] = inboxKey;
    script.addEventListener('load', () =>
      window.Fairlead ? resolve(window.Fairlead) : reject(new Error('the loader offers no chat')),
    );
    script.addEventListener('error', () => reject(new Error('the chat could not be loaded')));
    document.body.append(script);
  });
  return loading;
}
