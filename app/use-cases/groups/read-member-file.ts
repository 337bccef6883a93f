import { OrderExportError } from "../../../order-export/order-export-error.ts";
import { CsvRowReader, type CsvRow } from "../../../order-export/read-csv-rows.ts";

/** One customer of a file: by number, or by an e-mail that has yet to be matched. */
export type FileMember = { line: number } & ({ id: bigint } | { email: string });

/** What is wrong with a file; nothing of it is taken then. */
export class MemberFileError extends Error {
  readonly line: number;
  readonly reason: MemberFileReason;

  constructor(line: number, reason: MemberFileReason) {
    super(`line ${String(line)}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}

export type MemberFileReason =
  "no-column" | "no-number" | "no-email" | "open-quote" | "too-many-rows";

const mostRows = 1_000_000;

const idHeads = ["customer_id", "customer id", "customerid", "id"];
const emailHeads = ["email", "e-mail", "email address"];

/**
 * The customers of a CSV, as it arrives: a column `customer_id` or `email` among any others, as in Shopify's own export of
 * customers, or a single column without a head. Throws `MemberFileError` at the first row that is none.
 */
export async function* readMemberFile(pieces: AsyncIterable<string>): AsyncGenerator<FileMember[]> {
  const reader = new CsvRowReader("the file");
  let column: Column | null = null;
  let rows = 0;
  for await (const batch of batchesOf(reader, pieces)) {
    const members: FileMember[] = [];
    for (const row of batch) {
      if (column === null) {
        const found = findColumn(row);
        column = found.column;
        if (found.isHead) continue;
      }
      const member = memberOf(row, column);
      if (member === null) continue;
      rows += 1;
      if (rows > mostRows) throw new MemberFileError(row.line, "too-many-rows");
      members.push(member);
    }
    yield members;
  }
}

async function* batchesOf(
  reader: CsvRowReader,
  pieces: AsyncIterable<string>,
): AsyncGenerator<CsvRow[]> {
  try {
    for await (const piece of pieces) yield reader.take(piece);
    yield reader.finish();
  } catch (error) {
    if (error instanceof OrderExportError) throw new MemberFileError(reader.line, "open-quote");
    throw error;
  }
}

interface Column {
  place: number;
  kind: "id" | "email";
}

function findColumn({ fields, line }: CsvRow): { column: Column; isHead: boolean } {
  const heads = fields.map((field) =>
    field
      .replace(/^\uFEFF/, "")
      .trim()
      .toLowerCase(),
  );
  const id = heads.findIndex((head) => idHeads.includes(head));
  if (id >= 0) return { column: { place: id, kind: "id" }, isHead: true };
  const email = heads.findIndex((head) => emailHeads.includes(head));
  if (email >= 0) return { column: { place: email, kind: "email" }, isHead: true };
  const [only = ""] = heads;
  if (numberIn(only) !== null) return { column: { place: 0, kind: "id" }, isHead: false };
  if (isEmail(only)) return { column: { place: 0, kind: "email" }, isHead: false };
  throw new MemberFileError(line, "no-column");
}

/** Null for a row that names nobody. */
function memberOf({ fields, line }: CsvRow, { place, kind }: Column): FileMember | null {
  const text = (fields[place] ?? "").replace(/^\uFEFF/, "").trim();
  if (text === "") return null;
  if (kind === "email") {
    if (!isEmail(text)) throw new MemberFileError(line, "no-email");
    return { line, email: text };
  }
  const id = numberIn(text);
  if (id === null) throw new MemberFileError(line, "no-number");
  return { line, id };
}

/** Shopify's export writes numbers with an apostrophe, so that spreadsheets keep them whole. */
function numberIn(text: string): bigint | null {
  const digits = /^['#]?(\d{1,18})$/.exec(text)?.[1];
  return digits === undefined ? null : BigInt(digits);
}

function isEmail(text: string): boolean {
  return /^[^\s@,]+@[^\s@,]+$/.test(text) && text.length <= 254;
}
