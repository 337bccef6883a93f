import { createReadStream } from "node:fs";
import type { ReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { Gunzip } from "node:zlib";
import { OrderExportError } from "./order-export-error.ts";

const chunkBytes = 256 * 1024;

/**
 * The text of a file in pieces, unpacked when its first two bytes say gzip (whatever its name says), without a
 * byte order mark. An `OrderExportError` for a file that is absent, a folder, empty, or a damaged gzip;
 * `linesRead` lets the last one say how far it got.
 */
export async function* readExportText(
  path: string,
  linesRead: () => number,
): AsyncGenerator<string> {
  const packed = await looksGzipped(path);
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  const bytes: AsyncIterable<Buffer> = packed ? unpack(file) : file;
  const decoder = new TextDecoder();
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw packed ? damagedGzip(path, linesRead(), error) : error;
  } finally {
    file.destroy();
  }
  yield decoder.decode();
}

function unpack(file: ReadStream): Gunzip {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  file.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  return gunzip;
}

async function looksGzipped(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    throw new OrderExportError(
      { file: path },
      `cannot be read (${messageOf(error)}); expected a CSV order export`,
    );
  });
  if (found.isDirectory())
    throw new OrderExportError({ file: path }, "is a folder; expected a CSV order export");
  await using handle = await open(path).catch((error: unknown) => {
    throw new OrderExportError({ file: path }, `cannot be read (${messageOf(error)})`);
  });
  const { bytesRead, buffer } = await handle.read(new Uint8Array(2), 0, 2, 0);
  if (bytesRead === 0)
    throw new OrderExportError({ file: path }, "is empty; expected a CSV order export");
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

function damagedGzip(path: string, line: number, error: unknown): Error {
  const cut = error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
  const what = cut
    ? "the gzip file is cut off here"
    : `the gzip file is damaged here (${messageOf(error)})`;
  return new OrderExportError({ file: path, line }, `${what}; expected a complete one`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
