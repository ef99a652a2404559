/** Prints rows under headings, in columns; numbers to the right. */
export function printTable(
  title: string,
  headings: readonly string[],
  rows: ReadonlyArray<readonly (string | number)[]>,
): void {
  const cells = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  console.log(`\n${title}\n${cells.map(line).join('\n')}`);
}

/** The value below which the given share of the values lies. Sorts in place. */
export function percentile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

/** Milliseconds, short. */
export const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
