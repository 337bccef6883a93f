const headerBytes = 19;
const fieldCountBytes = 2;
const lengthBytes = 4;
/** In the place of a field count: no row follows. */
const endMark = -1;
const highWord = 4_294_967_296;
/** PostgreSQL counts microseconds from 2000-01-01. */
const postgresEpochMs = 946_684_800_000;
const mostFields = 64;

/**
 * Reads PostgreSQL's binary COPY format: a header, then each row as a field count and its fields as length and bytes.
 * Bytes arrive in any pieces; whole rows come out. The field methods are about the row that `next` stepped on.
 */
export class CopyRows {
  #bytes: Buffer = Buffer.alloc(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  #position = 0;
  #headerRead = false;
  readonly #starts = new Int32Array(mostFields);
  readonly #lengths = new Int32Array(mostFields);
  readonly #texts = new Map<number, { bytes: Buffer; text: string }>();

  feed(chunk: Buffer): void {
    const rest = this.#bytes.subarray(this.#position);
    this.#bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
    this.#position = 0;
  }

  /** Steps on the next row; false when it is not whole yet, or there is none. */
  next(): boolean {
    const view = this.#view;
    const end = view.byteLength;
    let at = this.#position;
    if (!this.#headerRead) {
      if (end < at + headerBytes) return false;
      at += headerBytes;
      this.#position = at;
      this.#headerRead = true;
    }
    if (end < at + fieldCountBytes) return false;
    const fields = view.getInt16(at);
    if (fields === endMark) return false;
    at += fieldCountBytes;
    for (let field = 0; field < fields; field++) {
      if (end < at + lengthBytes) return false;
      const length = view.getInt32(at);
      at += lengthBytes;
      this.#starts[field] = at;
      this.#lengths[field] = length;
      if (length > 0) at += length;
    }
    if (at > end) return false;
    this.#position = at;
    return true;
  }

  isNull(field: number): boolean {
    return (this.#lengths[field] ?? -1) < 0;
  }

  /** The upper half of a bigint, signed. */
  highHalf(field: number): number {
    return this.#view.getInt32(this.#start(field));
  }

  /** The lower half of a bigint, as signed bits. */
  lowHalf(field: number): number {
    return this.#view.getInt32(this.#start(field) + 4);
  }

  /** A bigint within the exact range of a number: amounts and counts, not ids. */
  bigint(field: number): number {
    const start = this.#start(field);
    return this.#view.getInt32(start) * highWord + this.#view.getUint32(start + 4);
  }

  integer(field: number): number {
    return this.#view.getInt32(this.#start(field));
  }

  integerOrNull(field: number): number | null {
    return this.isNull(field) ? null : this.integer(field);
  }

  smallint(field: number): number {
    return this.#view.getInt16(this.#start(field));
  }

  boolean(field: number): boolean {
    return this.#view.getUint8(this.#start(field)) !== 0;
  }

  /** An instant of a timestamptz, milliseconds since 1970. */
  instantMs(field: number): number {
    return Math.floor(this.bigint(field) / 1_000) + postgresEpochMs;
  }

  /** Null for an SQL null. The same words come again and again, so each is made once. */
  text(field: number): string | null {
    const length = this.#lengths[field] ?? -1;
    if (length < 0) return null;
    const start = this.#start(field);
    let hash = length;
    for (let at = start; at < start + length; at++)
      hash = Math.imul(hash ^ this.#view.getUint8(at), 0x01000193);
    const known = this.#texts.get(hash);
    if (known?.bytes.compare(this.#bytes, start, start + length) === 0) return known.text;
    const bytes = Buffer.from(this.#bytes.subarray(start, start + length));
    const text = bytes.toString("utf8");
    if (this.#texts.size < mostTexts) this.#texts.set(hash, { bytes, text });
    return text;
  }

  #start(field: number): number {
    return this.#starts[field] ?? 0;
  }
}

const mostTexts = 65_536;
