import { readCsvRows } from "../../order-export/read-csv-rows.ts";
import { OptionError } from "./read-options.ts";

/** Reads a column's cell; throws `CellProblem` when it is not what the column holds. */
export type CellReader = (text: string) => number;

/** What is wrong with a cell, to be told with its line and column. */
export class CellProblem extends Error {
  override name = "CellProblem";
}

export interface NumberColumns {
  rows: number;
  /** By name; an optional column that the file lacks is absent. */
  columns: Map<string, Float64Array>;
  /** The line of the file on which a row starts. */
  lineOf: (row: number) => number;
}

/**
 * A CSV file of numbers with a header; columns in any order, others are ignored. Throws `OptionError` naming the line
 * and the column of the first thing that is wrong.
 */
export async function readNumberColumns(
  path: string,
  required: Record<string, CellReader>,
  optional: Record<string, CellReader> = {},
): Promise<NumberColumns> {
  const readers = { ...required, ...optional };
  let header: { name: string; position: number; read: CellReader; cells: GrowingColumn }[] | null =
    null;
  let width = 0;
  const lines = new GrowingColumn();
  for await (const batch of readCsvRows(path)) {
    for (const { line, fields } of batch) {
      if (header === null) {
        const names = fields.map((field) => field.replace(/^\uFEFF/, "").trim());
        width = names.length;
        header = locateColumns(path, names, required, readers);
        continue;
      }
      if (fields.length !== width) {
        throw new OptionError(
          `${path}, line ${line}: expected ${width} fields as in the header, found ${fields.length}`,
        );
      }
      for (const { name, position, read, cells } of header) {
        const text = (fields[position] ?? "").trim();
        try {
          cells.push(read(text));
        } catch (error) {
          if (!(error instanceof CellProblem)) throw error;
          throw new OptionError(
            `${path}, line ${line}, column ${name}: ${error.message}, found "${text}"`,
          );
        }
      }
      lines.push(line);
    }
  }
  if (header === null) throw new OptionError(`${path} is empty; expected a header line`);
  if (lines.length === 0) throw new OptionError(`${path} has a header but no rows`);
  const lineNumbers = lines.finish();
  return {
    rows: lines.length,
    columns: new Map(header.map(({ name, cells }) => [name, cells.finish()])),
    lineOf: (row) => lineNumbers[row] ?? 0,
  };
}

function locateColumns(
  path: string,
  names: readonly string[],
  required: Record<string, CellReader>,
  readers: Record<string, CellReader>,
) {
  const missing = Object.keys(required).filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new OptionError(
      `${path}, line 1: column ${missing.join(", ")} is missing; found ${names.join(", ")}`,
    );
  }
  const twice = Object.keys(readers).find(
    (name) => names.indexOf(name) !== names.lastIndexOf(name),
  );
  if (twice !== undefined) throw new OptionError(`${path}, line 1: column ${twice} appears twice`);
  return Object.entries(readers).flatMap(([name, read]) => {
    const position = names.indexOf(name);
    return position < 0 ? [] : [{ name, position, read, cells: new GrowingColumn() }];
  });
}

class GrowingColumn {
  length = 0;
  #cells = new Float64Array(1024);

  push(value: number): void {
    if (this.length === this.#cells.length) {
      const longer = new Float64Array(2 * this.length);
      longer.set(this.#cells);
      this.#cells = longer;
    }
    this.#cells[this.length++] = value;
  }

  finish(): Float64Array {
    return this.#cells.subarray(0, this.length);
  }
}
