import { fromHost, isFromApp, type AppMessage, type HostMessage } from "../app-bridge/protocol.ts";

/** The line to the embedded app. */
export class FrameConnection {
  readonly #frame: HTMLIFrameElement;
  readonly #origin: string;

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
    this.#origin = new URL(frame.dataset["appSrc"] ?? "").origin;
  }

  on(listener: (message: AppMessage) => void): void {
    window.addEventListener("message", (event) => {
      if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
      const data: unknown = event.data;
      if (isFromApp(data)) listener(data.message);
    });
  }

  tell(message: HostMessage): void {
    this.#frame.contentWindow?.postMessage(fromHost(message), this.#origin);
  }
}
