/** One line of the table the bench prints. `met` is absent where there is no target. */
export interface Row {
  readonly what: string;
  readonly vinci: string;
  readonly plain?: string;
  /** Vinci's number over the plain driver's. */
  readonly ratio?: number;
  readonly target?: string;
  readonly met?: boolean;
}

/** Markdown, so that it can be pasted where numbers are written down. */
export function table(rows: readonly Row[]): string {
  const header = ['what', 'Vinci', 'plain driver', 'ratio', 'target', ''];
  const cells = rows.map((row) => [
    row.what,
    row.vinci,
    row.plain ?? '',
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.target ?? '',
    row.met === undefined ? '' : row.met ? 'met' : 'MISSED',
  ]);
  const widths = header.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}
