/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly figure: number;
  /** The least that the same can take here, measured in the same run; null where nothing is comparable. */
  readonly floor: number | null;
  /** ParsedFlags of the floor, and of the aim, to people. */
  readonly floorIs: string;
  readonly reach: string;
}

/** A line of the table that was committed. */
export interface EarlierRow {
  readonly what: string;
  readonly figure: number;
  readonly floor: number | null;
}

/** How much worse a row may be before it is marked. */
const TOLERATED = 1.2;

/**
 * Whether a row got worse by more than a fifth. Where there is a floor the ratios are compared, as machines differ and
 * the floor differs with them; where there is none, the figures.
 */
export function isWorse(row: Row, earlier: EarlierRow | undefined): boolean {
  if (!earlier) return false;
  const ratio = ({ figure, floor }: EarlierRow): number => (floor ? figure / floor : figure);
  return ratio(row) > ratio(earlier) * TOLERATED;
}

/** The rows of the committed table, as `tableOf` wrote them into a Markdown text. */
export function rowsIn(markdown: string): EarlierRow[] {
  return markdown.split('\n').flatMap((line) => {
    const [, what, figure = '', floor = '', ratio] = line.split('|').map((cell) => cell.trim());
    if (!what || ratio === undefined || !/^[\d,.]+ \S+$/.test(figure)) return [];
    return [{ what, figure: numberIn(figure), floor: /^[\d,.]+ /.test(floor) ? numberIn(floor) : null }];
  });
}

/** The table in Markdown; a row that got worse carries a mark. */
export function tableOf(rows: readonly Row[], earlier: readonly EarlierRow[]): string {
  const lines = rows.map((row) => {
    const { what, unit, figure, floor, floorIs, reach } = row;
    const ratio = floor ? `${shown(figure / floor)} ×` : '';
    const before = earlier.find((one) => one.what === what);
    const mark = isWorse(row, before) ? ` WORSE, was ${shown(before?.figure ?? 0)}` : '';
    const least = floor === null ? floorIs : `${shown(floor)} ${unit} ${floorIs}`;
    return `| ${what} | ${shown(figure)} ${unit} | ${least} | ${ratio} | ${reach}${mark} |`;
  });
  return ['| what | figure | floor | ratio | aim |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

function numberIn(text: string): number {
  return Number.parseFloat(text.replaceAll(',', ''));
}
