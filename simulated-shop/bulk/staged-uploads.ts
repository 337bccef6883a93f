import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { SimulatedShopConfig } from "../context.ts";
import { offerTarget, type StagedTarget } from "./staged-target.ts";

export const MAX_STAGED_FILE_BYTES = 100 * 1024 * 1024;

/** Nobody's variables are this large; an upload that goes on and on must not fill the disk. */
const MAX_UPLOAD_BYTES = 5 * MAX_STAGED_FILE_BYTES;

export type StagedFile = {
  readonly path: string;
  readonly sizeBytes: number;
  readonly md5: string;
};

export type Keeping =
  | { readonly kind: "kept"; readonly file: StagedFile }
  | { readonly kind: "broken-off" }
  | { readonly kind: "too-large" };

/** Files an app uploads before a bulk mutation reads them. A target is known by its key; a file exists once it arrived whole. */
export class StagedUploads {
  readonly #directory: string;
  readonly #config: SimulatedShopConfig;
  readonly #fileByKey = new Map<string, StagedFile>();
  readonly #targetByKey = new Map<string, StagedTarget>();

  constructor(directory: string, config: SimulatedShopConfig) {
    this.#directory = directory;
    this.#config = config;
  }

  /** Makes a place for one upload. */
  offer(filename: string, mimeType: string): StagedTarget {
    const target = offerTarget(filename, mimeType, this.#config.clientSecret);
    this.#targetByKey.set(target.key, target);
    return target;
  }

  findTarget(key: string): StagedTarget | undefined {
    return this.#targetByKey.get(key);
  }

  /** Keeps an uploaded file. One that breaks off leaves nothing behind that could be read. */
  async keep(key: string, content: ReadableStream<Uint8Array>): Promise<Keeping> {
    await mkdir(this.#directory, { recursive: true });
    const filePath = path.join(this.#directory, `${randomUUID()}.jsonl`);
    const hash = createHash("md5");
    let sizeBytes = 0;
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunksOf(content)) {
        sizeBytes += chunk.length;
        if (sizeBytes > MAX_UPLOAD_BYTES) throw new RangeError("The upload is too large.");
        hash.update(chunk);
        yield chunk;
      }
    }
    try {
      await pipeline(measured, createWriteStream(filePath));
    } catch (error) {
      await rm(filePath, { force: true });
      return { kind: error instanceof RangeError ? "too-large" : "broken-off" };
    }
    const file = { path: filePath, sizeBytes, md5: hash.digest("hex") };
    this.#fileByKey.set(key, file);
    return { kind: "kept", file };
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
