import type { HistoryColumns, SpendColumns } from "../../app/scoring/index.ts";
import { blankAsZero, readCount, readNotNegative, readNumber } from "./cell-readers.ts";
import type { NumberColumns } from "./number-columns.ts";
import { readNumberColumns } from "./number-columns.ts";
import { OptionError } from "./read-options.ts";

/** What a `--cbs` file says. */
export interface CustomerStatistics {
  histories: HistoryColumns;
  /** Null without columns n and m. */
  spend: SpendColumns | null;
}

const history = { x: readCount, t_x: readNotNegative, T: readNotNegative };

/** Last orders may lie this share behind the end of the time observed: both were rounded when the file was written. */
const roundingShare = 1e-9;

export async function readCustomers(path: string): Promise<CustomerStatistics> {
  const table = await readNumberColumns(path, history, {
    litt: readNumber,
    n: blankAsZero(readCount),
    m: blankAsZero(readNotNegative),
  });
  const histories = historiesOf(path, table);
  refuseLastOrderWithoutRepeats(path, table);
  const { columns } = table;
  const litt = columns.get("litt");
  const [orders, meanSpend] = [columns.get("n"), columns.get("m")];
  return {
    histories: litt === undefined ? histories : { ...histories, logGaps: litt },
    spend: orders === undefined || meanSpend === undefined ? null : { orders, meanSpend },
  };
}

/** What an `--at` file says. */
export interface Questions {
  histories: HistoryColumns;
  horizon: Float64Array;
}

export async function readQuestions(path: string): Promise<Questions> {
  const table = await readNumberColumns(path, { ...history, horizon: readNotNegative });
  return {
    histories: historiesOf(path, table),
    horizon: table.columns.get("horizon") ?? new Float64Array(),
  };
}

function historiesOf(path: string, { rows, columns, lineOf }: NumberColumns): HistoryColumns {
  const repeats = columns.get("x") ?? new Float64Array();
  const lastAt = columns.get("t_x") ?? new Float64Array();
  const observed = columns.get("T") ?? new Float64Array();
  for (let row = 0; row < rows; row++) {
    const [last, end] = [lastAt[row] ?? 0, observed[row] ?? 0];
    if (last <= end) continue;
    if (last > end * (1 + roundingShare)) {
      throw new OptionError(
        `${path}, line ${lineOf(row)}, column t_x: the last order cannot be after T = ${end}, found "${last}"`,
      );
    }
    lastAt[row] = end;
  }
  return { repeats, lastAt, observed };
}

function refuseLastOrderWithoutRepeats(path: string, { rows, columns, lineOf }: NumberColumns) {
  const [repeats, lastAt] = [columns.get("x"), columns.get("t_x")];
  for (let row = 0; row < rows; row++) {
    if (repeats?.[row] === 0 && lastAt?.[row] !== 0) {
      throw new OptionError(
        `${path}, line ${lineOf(row)}, column t_x: without repeat orders (x = 0) it must be 0, found "${lastAt?.[row] ?? ""}"`,
      );
    }
  }
}
