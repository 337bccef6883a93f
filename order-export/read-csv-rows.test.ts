import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CsvRow } from "./read-csv-rows.ts";
import { CsvRowReader, readCsvRows } from "./read-csv-rows.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csv-rows-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function readRows(text: string): Promise<CsvRow[]> {
  const path = join(folder, "rows.csv");
  await writeFile(path, text);
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path)) rows.push(...batch);
  return rows;
}

/** The rows that come out when the text arrives in the given pieces. */
function readPieces(pieces: string[]): CsvRow[] {
  const reader = new CsvRowReader("pieces.csv");
  return [...pieces.flatMap((piece) => reader.take(piece)), ...reader.finish()];
}

describe("readCsvRows", () => {
  test("a quoted field may hold commas, quotes and line breaks, and lines are counted as in an editor", async () => {
    expect(await readRows('a,b\n"x, ""y""\nz",2\n\n3,"4"\n')).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 2, fields: ['x, "y"\nz', "2"] },
      { line: 5, fields: ["3", "4"] },
    ]);
  });

  test("a byte order mark and CRLF leave no trace, and the last line needs no end", async () => {
    expect(await readRows('\uFEFFa,b\r\n1,"2"\r\n3,4')).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 2, fields: ["1", "2"] },
      { line: 3, fields: ["3", "4"] },
    ]);
  });

  test("a quote inside an unquoted field is text", async () => {
    expect(await readRows('a\n12" disc\n')).toEqual([
      { line: 1, fields: ["a"] },
      { line: 2, fields: ['12" disc'] },
    ]);
  });

  test.each(['a,b\n1,2\n"3,4\n5,6\n', 'a,b\n1,2\n"3"x,4\n5,6\n'])(
    "a quote that does not close is refused with its line: %j",
    async (text) => {
      await expect(readRows(text)).rejects.toThrow(
        /rows\.csv, line 3: a field opens with a quote that does not close/,
      );
    },
  );

  test("wherever the file is cut into pieces, the rows are the same", () => {
    const text = 'a,b\r\n"1, ""x"""\r\n"é\r\n""","2"\r\n,\r\n"",""\r\n12"",3\n';
    const whole = readPieces([text]);
    expect(whole.map(({ fields }) => fields)).toEqual([
      ["a", "b"],
      ['1, "x"'],
      ['é\r\n"', "2"],
      ["", ""],
      ["", ""],
      ['12""', "3"],
    ]);
    for (let first = 0; first <= text.length; first++) {
      for (let second = first; second <= text.length; second++) {
        expect(
          readPieces([text.slice(0, first), text.slice(first, second), text.slice(second)]),
        ).toEqual(whole);
      }
    }
  });
});
