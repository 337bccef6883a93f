import { destinationOf } from "../app-bridge/admin-address.ts";
import {
  inEnvelope,
  isBlockMessage,
  type BlockMessage,
  type BlockQuestion,
  type FramedExtension,
} from "../blocks/frame/protocol.ts";
import { createElement } from "./create-element.ts";

/** Runs the app's blocks on a page, and its actions over it when they are chosen. */
export function startBlockFrames(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe[data-block]"))
    startFrame(frame, readExtension(frame.dataset["block"]), () => undefined);
  for (const button of document.querySelectorAll<HTMLElement>("button[data-action]"))
    button.addEventListener("click", () => {
      button.closest("details")?.removeAttribute("open");
      openAction(button.textContent.trim(), readExtension(button.dataset["action"]));
    });
}

function readExtension(data: string | undefined): FramedExtension {
  return JSON.parse(data ?? "") as FramedExtension;
}

/** Shows an action until it closes itself or the merchant closes it. */
function openAction(name: string, extension: FramedExtension): void {
  const frame = createElement("iframe", { title: name, sandbox: "allow-scripts" });
  const close = createElement(
    "button",
    {
      type: "button",
      class: "action-close",
      "aria-label": `Close ${name}`,
      click: () => dialog.close(),
    },
    "×",
  );
  const dialog = createElement(
    "dialog",
    { class: "dialog action-dialog", "aria-label": name },
    close,
    frame,
  );
  document.body.append(dialog);
  const stop = startFrame(frame, extension, () => dialog.close());
  dialog.addEventListener("close", () => {
    stop();
    dialog.remove();
  });
  dialog.showModal();
}

/** Answers what the page in a frame asks, and says beside it what went wrong; returns how to stop. */
function startFrame(
  frame: HTMLIFrameElement,
  { src, storePath, appBase }: FramedExtension,
  close: () => void,
): () => void {
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
      case "close":
        close();
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

  const stopping = new AbortController();
  window.addEventListener(
    "message",
    (event) => {
      const data: unknown = event.data;
      if (event.source === frame.contentWindow && isBlockMessage(data)) hear(data.message);
    },
    { signal: stopping.signal },
  );
  frame.src = src;
  return () => stopping.abort();
}

function showProblem(frame: HTMLIFrameElement, message: string): void {
  frame.after(createElement("p", { class: "notice problem", role: "alert" }, message));
}
