import { destinationOf } from "../app-bridge/admin-address.ts";
import {
  inEnvelope,
  isBlockMessage,
  type BlockMessage,
  type BlockQuestion,
} from "../blocks/frame/protocol.ts";
import { createElement } from "./create-element.ts";

/** Runs the app's blocks on a page: answers what they ask, and says beside them what went wrong. */
export function startBlockFrames(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe[data-block-src]"))
    startBlockFrame(frame);
}

function startBlockFrame(frame: HTMLIFrameElement): void {
  const { storePath = "", appBase = "", blockSrc = "" } = frame.dataset;

  async function answer(question: BlockQuestion): Promise<unknown> {
    const [path, body] =
      question.kind === "query"
        ? ["/direct-api", JSON.stringify(question.request)]
        : ["/session-token", null];
    const response = await fetch(storePath + path, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    const said = (await response.json()) as { token?: string };
    return question.kind === "query" ? said : (said.token ?? null);
  }

  function hear(message: BlockMessage): void {
    switch (message.kind) {
      case "height":
        frame.style.height = `${message.heightPx}px`;
        break;
      case "problem":
        showProblem(frame, message.message);
        break;
      case "open":
        open(message.address, message.inNewTab);
        break;
      case "question":
        void answer(message.question)
          .catch((error: unknown) => ({ errors: [{ message: String(error) }] }))
          .then((value) =>
            // A sandboxed page has no origin that could be named.
            frame.contentWindow?.postMessage(inEnvelope({ id: message.id, value }), "*"),
          );
        break;
    }
  }

  /** "app:settings" and "/settings" are pages of the app, "shopify:admin/orders" one of the admin. */
  function open(address: string, inNewTab: boolean): void {
    const appAddress = address.replace(/^app:\/{0,2}/, "/");
    const target = inNewTab ? "_blank" : "_self";
    if (appAddress.startsWith("/")) {
      window.open(appBase + appAddress, target);
      return;
    }
    const destination = destinationOf(address, location.href);
    if (destination.kind === "admin") window.open(storePath + destination.path, target);
    else if (destination.kind === "elsewhere" && /^https?:/.test(destination.url))
      window.open(destination.url, "_blank");
  }

  window.addEventListener("message", (event) => {
    const data: unknown = event.data;
    if (event.source === frame.contentWindow && isBlockMessage(data)) hear(data.message);
  });
  frame.src = blockSrc;
}

function showProblem(frame: HTMLIFrameElement, message: string): void {
  frame.after(createElement("p", { class: "notice problem", role: "alert" }, message));
}
