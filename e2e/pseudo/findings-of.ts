/**
 * What is wrong with the page on screen where its catalogues are pseudo texts; runs in the page, so it is one function. What somebody wrote (`dir`, `lang`, `bdi`, code,
 * fields), names of languages, and single words such as tickers are not looked at.
 */
export function findingsOf(): string[] {
  const found: string[] = [];
  const written =
    'bdi, code, kbd, pre, time, input, textarea, script, style, [dir], [lang], svg title, option';
  const isShown = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden';
  };
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const languages = new Set(
    ['zh-CN', 'zh-TW', 'pt-BR', 'zh-Hans', 'zh-Hant'].map((it) => names.of(it) ?? it),
  );
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (!element || !/[A-Za-z]{3,}[\s\S]*\s[\s\S]*[A-Za-z]{3,}/.test(text)) continue;
    if (/[⟦⟧]/.test(text) || languages.has(text) || !isShown(element)) continue;
    const within = element.closest(written);
    if (within && within !== document.documentElement && within !== document.body) continue;
    found.push(`bypasses the catalogue: "${text.slice(0, 80)}"`);
  }
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    // What leads past the navigation is out of sight until it is focused.
    if (element.matches('[href^="#"]')) continue;
    if (element.childElementCount > 0 || !element.textContent?.includes('⟧') || !isShown(element)) continue;
    const style = getComputedStyle(element);
    const clips = style.overflowX === 'hidden' || style.overflowX === 'clip';
    // One pixel is how browsers round; what is only for screen readers is one pixel wide.
    const cut = clips && element.clientWidth > 4 && element.scrollWidth > element.clientWidth + 1;
    const ends = style.textOverflow === 'ellipsis' || element.title !== '';
    if (cut && !ends) found.push(`cut: "${element.textContent.slice(0, 80)}"`);
  }
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 1) found.push(`wider than the screen by ${wide}`);
  return [...new Set(found)];
}
