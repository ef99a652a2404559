/**
 * Joins the lines that `format=flowed` broke (RFC 3676): a line that ends with a space goes on in the next of the same quote depth.
 * `-- ` is never joined, and quotes keep their marks.
 */
export function joinFlowed(text: string, deleteSpace: boolean): string {
  const lines: string[] = [];
  let open: { depth: number; words: string[] } | null = null;
  const close = () => {
    if (open) lines.push(quoteMark(open.depth) + open.words.join(''));
    open = null;
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const depth = quoteDepth(line);
    const unstuffed = line.slice(depth).replace(/^ /, '');
    const signature = unstuffed === '-- ';
    if (open && (open.depth !== depth || signature)) close();
    const flows = unstuffed.endsWith(' ') && !signature;
    open ??= { depth, words: [] };
    open.words.push(flows && deleteSpace ? unstuffed.slice(0, -1) : unstuffed);
    if (!flows) close();
  }
  close();
  return lines.join('\n');
}

function quoteDepth(line: string): number {
  let depth = 0;
  while (line[depth] === '>') depth++;
  return depth;
}

const quoteMark = (depth: number): string => (depth === 0 ? '' : `${'>'.repeat(depth)} `);
