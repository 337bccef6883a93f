import { Buffer } from "node:buffer";
import { open, type FileHandle } from "node:fs/promises";

/** So much is collected before it is handed to the disk. */
const WRITE_BYTES = 1024 * 1024;

/** A file that is written while the next piece is being worked out: the disk is waited for one piece later. */
export class ResultFile {
  sizeBytes = 0;
  readonly #handle: FileHandle;
  #collected: Buffer[] = [];
  #collectedBytes = 0;
  #underWay: Promise<unknown> = Promise.resolve();

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string): Promise<ResultFile> {
    return new ResultFile(await open(path, "w"));
  }

  async append(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.sizeBytes += bytes.length;
    this.#collected.push(bytes);
    this.#collectedBytes += bytes.length;
    if (this.#collectedBytes >= WRITE_BYTES) await this.#flush();
  }

  async close(): Promise<void> {
    try {
      await this.#flush();
      await this.#underWay;
    } finally {
      await this.#handle.close();
    }
  }

  async #flush(): Promise<void> {
    await this.#underWay;
    if (this.#collectedBytes === 0) return;
    this.#underWay = this.#handle.writev(this.#collected);
    // A failed write is reported by whoever waits next; until then it is nobody's unhandled rejection.
    this.#underWay.catch(() => undefined);
    this.#collected = [];
    this.#collectedBytes = 0;
  }
}
