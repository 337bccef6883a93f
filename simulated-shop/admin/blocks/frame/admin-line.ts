import {
  inEnvelope,
  isBlockReply,
  type BlockMessage,
  type BlockQuestion,
  type BlockReply,
} from "./protocol.ts";

/** The line from a block's page to the customer page around it. */
export class AdminLine {
  readonly #origin: string;
  readonly #open = new Map<number, (value: unknown) => void>();
  #lastId = 0;

  /** @param origin of the admin: nobody else may hear what a block says. */
  constructor(origin: string) {
    this.#origin = origin;
    window.addEventListener("message", (event) => {
      const data: unknown = event.data;
      if (event.source !== window.parent || event.origin !== origin || !isBlockReply(data)) return;
      this.#hear(data.message);
    });
  }

  tell(message: BlockMessage): void {
    window.parent.postMessage(inEnvelope(message), this.#origin);
  }

  ask(question: BlockQuestion): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      this.tell({ kind: "question", id, question });
    });
  }

  #hear({ id, value }: BlockReply): void {
    this.#open.get(id)?.(value);
    this.#open.delete(id);
  }
}
