/** A text as the spaces before it, what stands between, and the spaces behind it. */
export function outerSpaces(text: string): [lead: string, core: string, trail: string] {
  const begun = text.trimStart();
  const lead = text.slice(0, text.length - begun.length);
  const core = begun.trimEnd();
  return [lead, core, begun.slice(core.length)];
}
