import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

export const MAX_STAGED_FILE_BYTES = 100 * 1024 * 1024;

export type StagedFile = { readonly path: string; readonly sizeBytes: number };

/** Files an app uploads before a bulk mutation reads them. A target is known by its key; a file exists once it arrived whole. */
export class StagedUploads {
  readonly #directory: string;
  readonly #fileByKey = new Map<string, StagedFile>();
  readonly #offeredKeys = new Set<string>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Makes a key for one upload. */
  offer(filename: string): string {
    const key = `tmp/60000000001/bulk/${randomUUID()}/${filename}`;
    this.#offeredKeys.add(key);
    return key;
  }

  isOffered(key: string): boolean {
    return this.#offeredKeys.has(key);
  }

  /** Keeps an uploaded file. One that breaks off leaves nothing behind that could be read. */
  async keep(key: string, content: ReadableStream<Uint8Array>): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const file = path.join(this.#directory, `${randomUUID()}.jsonl`);
    await pipeline(() => chunksOf(content), createWriteStream(file));
    this.#fileByKey.set(key, { path: file, sizeBytes: (await stat(file)).size });
  }

  /** An uploaded file; undefined when nothing arrived under this key. */
  find(key: string): StagedFile | undefined {
    return this.#fileByKey.get(key);
  }
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}
