/** Joins the class names that apply. */
export function cx(...names: (string | 0 | 0n | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
