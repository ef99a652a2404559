import address from '../styles/parts.css?url';

let coming: Promise<void> | undefined;

/** Fulfilled when the styles of all parts are there: one file, fetched with the first part that is used. */
export function partStyles(): Promise<void> {
  coming ??= new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => {
      coming = undefined;
      link.remove();
      reject();
    };
    document.head.append(link);
  });
  return coming;
}
