const id = 'fairlead-chat';

/** Puts the chat into the corner of this page, once, and opens it. */
export function openChat(inbox: string): void {
  const chat = () => (window as { Fairlead?: { open: () => void } }).Fairlead;
  if (document.getElementById(id)) return chat()?.open();
  const script = document.createElement('script');
  script.id = id;
  script.src = '/widget/loader.js';
  script.dataset['inbox'] = inbox;
  script.addEventListener('load', () => chat()?.open());
  document.body.append(script);
}
