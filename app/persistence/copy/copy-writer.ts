const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const chunkBytes = 1 << 18;
/** No row of ours is longer. */
const roomForRowBytes = 1 << 16;
const postgresEpochMs = 946_684_800_000;
/** PostgreSQL's number of the type text. */
const textType = 25;
const highWord = 4_294_967_296;

/** Writes rows in PostgreSQL's binary COPY format: `startRow`, then each field in the columns' order. */
export class CopyWriter {
  #bytes = Buffer.allocUnsafe(chunkBytes + roomForRowBytes);
  #position = 0;
  readonly #texts = new Map<string, Buffer>();
  readonly #lists = new Map<string, Buffer>();

  startRow(fields: number): void {
    this.#position = this.#bytes.writeInt16BE(fields, this.#position);
  }

  null(): void {
    this.#position = this.#bytes.writeInt32BE(-1, this.#position);
  }

  bigint(value: bigint): void {
    this.#length(8);
    this.#position = this.#bytes.writeBigInt64BE(value, this.#position);
  }

  /** A bigint from its upper and lower 32 bits. */
  halves(high: number, low: number): void {
    this.#length(8);
    this.#position = this.#bytes.writeInt32BE(high, this.#position);
    this.#position = this.#bytes.writeInt32BE(low, this.#position);
  }

  /** A whole number in the exact range, for a bigint column. */
  wide(value: number): void {
    this.#length(8);
    const high = Math.floor(value / highWord);
    this.#position = this.#bytes.writeInt32BE(high, this.#position);
    this.#position = this.#bytes.writeUInt32BE(value - high * highWord, this.#position);
  }

  integer(value: number): void {
    this.#length(4);
    this.#position = this.#bytes.writeInt32BE(value, this.#position);
  }

  integerOrNull(value: number | null): void {
    if (value === null) this.null();
    else this.integer(value);
  }

  smallint(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#length(2);
    this.#position = this.#bytes.writeInt16BE(value, this.#position);
  }

  double(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#length(8);
    this.#position = this.#bytes.writeDoubleBE(value, this.#position);
  }

  /** For a timestamptz column. */
  instantMs(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.wide((value - postgresEpochMs) * 1_000);
  }

  /** A word that comes again and again: its bytes are made once. */
  word(value: string | null): void {
    if (value === null) {
      this.null();
      return;
    }
    let bytes = this.#texts.get(value);
    if (bytes === undefined) this.#texts.set(value, (bytes = Buffer.from(value)));
    this.#raw(bytes);
  }

  /** For a text[] column. Few different lists come again and again. */
  words(values: readonly string[]): void {
    const key = values.join(",");
    let bytes = this.#lists.get(key);
    if (bytes === undefined) this.#lists.set(key, (bytes = arrayBytes(values)));
    this.#raw(bytes);
  }

  /** 16 bytes of a uuid column. */
  uuid(value: string): void {
    let bytes = this.#texts.get(value);
    if (bytes === undefined)
      this.#texts.set(value, (bytes = Buffer.from(value.replaceAll("-", ""), "hex")));
    this.#raw(bytes);
  }

  /** Any text, also for a json column. */
  text(value: string | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#raw(Buffer.from(value));
  }

  /** Opens the file format: once, before the first row. */
  header(): void {
    this.#position += signature.copy(this.#bytes, this.#position);
  }

  /** Closes it: once, after the last row. */
  trailer(): void {
    this.#position = this.#bytes.writeInt16BE(-1, this.#position);
  }

  isFull(): boolean {
    return this.#position >= chunkBytes;
  }

  /** What was written since the last time; the bytes are the taker's own. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#position);
    this.#bytes = Buffer.allocUnsafe(chunkBytes + roomForRowBytes);
    this.#position = 0;
    return taken;
  }

  #length(bytes: number): void {
    this.#position = this.#bytes.writeInt32BE(bytes, this.#position);
  }

  #raw(bytes: Buffer): void {
    if (bytes.length > roomForRowBytes / 2) throw new RangeError("a text too long to be copied");
    this.#length(bytes.length);
    this.#position += bytes.copy(this.#bytes, this.#position);
  }
}

/** One dimension without nulls: its type, its length, its first index, then each text as length and bytes. */
function arrayBytes(values: readonly string[]): Buffer {
  const head = values.length === 0 ? [0, 0, textType] : [1, 0, textType, values.length, 1];
  const parts = [int32(...head)];
  for (const value of values) {
    const text = Buffer.from(value);
    parts.push(int32(text.length), text);
  }
  return Buffer.concat(parts);
}

function int32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, place) => bytes.writeInt32BE(value, place * 4));
  return bytes;
}

/** The bytes of rows for `copyIn`, made as they are sent. */
export function* encodeRows<Row>(
  rows: Iterable<Row>,
  write: (writer: CopyWriter, row: Row) => void,
): Generator<Buffer> {
  const writer = new CopyWriter();
  writer.header();
  for (const row of rows) {
    write(writer, row);
    if (writer.isFull()) yield writer.take();
  }
  writer.trailer();
  yield writer.take();
}
