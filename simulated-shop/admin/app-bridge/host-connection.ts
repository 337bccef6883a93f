import {
  fromApp,
  isFromHost,
  type AppMessage,
  type HostMessage,
  type Question,
} from "./protocol.ts";

/** The line to the admin page around the app. */
export class HostConnection {
  readonly #origin: string;
  readonly #listeners = new Set<(message: HostMessage) => void>();
  readonly #openQuestions = new Map<number, (answer: unknown) => void>();
  #lastQuestionId = 0;

  constructor(origin: string) {
    this.#origin = origin;
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || event.origin !== origin) return;
      const data: unknown = event.data;
      if (isFromHost(data)) this.#hear(data.message);
    });
  }

  tell(message: AppMessage): void {
    window.parent.postMessage(fromApp(message), this.#origin);
  }

  /** Asks and waits for the answer, however long a person takes. */
  ask(question: Question): Promise<unknown> {
    this.#lastQuestionId += 1;
    const id = this.#lastQuestionId;
    return new Promise((resolve) => {
      this.#openQuestions.set(id, resolve);
      this.tell({ kind: "question", id, question });
    });
  }

  on(listener: (message: HostMessage) => void): void {
    this.#listeners.add(listener);
  }

  #hear(message: HostMessage): void {
    if (message.kind === "reply") {
      this.#openQuestions.get(message.id)?.(message.value);
      this.#openQuestions.delete(message.id);
      return;
    }
    for (const listener of this.#listeners) listener(message);
  }
}
