/** Properties that change how text looks and nothing else: none moves, covers, hides behind, animates or loads anything. */
const properties = new Set(
  [
    'color background-color',
    'font font-family font-size font-style font-variant font-weight letter-spacing line-height',
    'text-align text-decoration text-indent text-transform vertical-align white-space word-break direction unicode-bidi',
    'margin margin-top margin-right margin-bottom margin-left',
    'padding padding-top padding-right padding-bottom padding-left',
    'border border-top border-right border-bottom border-left border-color border-style border-width border-radius',
    'border-collapse border-spacing width height max-width min-width max-height list-style-type display',
  ].flatMap((line) => line.split(' ')),
);

/** Words, numbers and colours. No `url(`, no escapes, no comments, and no number below zero, which would move things over others. */
const harmless = /^(?:(?:rgb|rgba|hsl|hsla)\([\d\s.,%/]{1,60}\)|[\w\s.,%#'"!]|(?<=[a-z])-(?=[a-z]))*$/i;
const displays = /^(?:none|block|inline|inline-block|table|table-row|table-cell|list-item)$/;

/** A style attribute with what is not plainly harmless left out; '' where nothing remains. */
export function safeStyle(style: string): string {
  if (style.length > maximumLength) return '';
  return style
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      if (colon < 0 || value === '' || value.length > 200) return [];
      if (!properties.has(name) || !harmless.test(value)) return [];
      if (name === 'display' && !displays.test(value.toLowerCase())) return [];
      return [`${name}:${value}`];
    })
    .join(';');
}

/** Word writes long ones, but none beyond this. */
const maximumLength = 4000;
