import type { AppMessage, Question } from "../app-bridge/protocol.ts";
import { elementById } from "./create-element.ts";
import { confirmInDialog } from "./dialog.ts";
import { FrameConnection } from "./frame-connection.ts";
import { NavMenu } from "./nav-menu.ts";
import { pickResources } from "./resource-picker.ts";
import { drawSaveBar } from "./save-bar.ts";
import { drawTitleBar } from "./title-bar.ts";
import { Toasts } from "./toasts.ts";

/** How long the app may take to say that it is there before the page says that it is not. */
const PATIENCE_MS = 15_000;

/** Runs the page that embeds the app: draws what the app asks for and answers its questions. */
export function startAppPage(frame: HTMLIFrameElement): void {
  const { storePath = "", appBase = "" } = frame.dataset;
  const connection = new FrameConnection(frame);
  const toasts = new Toasts((id, event) => {
    connection.tell({ kind: "toast-event", id, event });
  });
  const navMenu = new NavMenu({
    appBase,
    onPress: (path) => {
      document.body.classList.remove("has-open-nav");
      connection.tell({ kind: "navigate", path });
    },
  });
  const impatience = setTimeout(() => {
    elementById("app-silent").hidden = false;
  }, PATIENCE_MS);
  const shopName = document.body.dataset["shopName"] ?? "";

  async function answer(question: Question): Promise<unknown> {
    switch (question.kind) {
      case "id-token": {
        const response = await fetch(`${storePath}/session-token`, { method: "POST" });
        const { token } = (await response.json()) as { token: string };
        return token;
      }
      case "leave":
        return confirmInDialog({
          title: "Leave page with unsaved changes?",
          text: "Leaving this page will delete all unsaved changes.",
          yes: "Leave page",
          no: "Stay",
        });
      case "resource-picker":
        return pickResources(question.request, storePath);
    }
  }

  function hear(message: AppMessage): void {
    switch (message.kind) {
      case "connected":
        clearTimeout(impatience);
        elementById("app-silent").hidden = true;
        elementById("app-loading").hidden = true;
        drawSaveBar(null, () => undefined);
        drawTitleBar({ title: null, actions: [] }, () => undefined);
        document.body.classList.remove("has-open-modal");
        break;
      case "location":
        history.replaceState(history.state, "", `${appBase}${message.path}`);
        document.title = message.title === "" ? shopName : `${message.title} · ${shopName}`;
        navMenu.setPath(message.path);
        break;
      case "nav-menu":
        navMenu.show(message.items);
        break;
      case "title-bar":
        drawTitleBar(message, (index) => {
          connection.tell({ kind: "title-bar-pressed", index });
        });
        break;
      case "save-bar":
        drawSaveBar(message.view, (button) => {
          connection.tell({ kind: "save-bar-pressed", button });
        });
        break;
      case "toast-show":
        toasts.show(message.toast);
        break;
      case "toast-hide":
        toasts.hide(message.id);
        break;
      case "loading":
        elementById("app-loading").hidden = !message.isLoading;
        break;
      case "modal":
        document.body.classList.toggle("has-open-modal", message.isOpen);
        break;
      case "open":
        open(message.url, message.inNewTab);
        break;
      case "question":
        void answer(message.question).then((value) => {
          connection.tell({ kind: "reply", id: message.id, value });
        });
        break;
    }
  }

  /** "admin:/orders" is a page of this admin, "app:/path" the app in a fresh frame, anything else a web address. */
  function open(url: string, inNewTab: boolean): void {
    const address = url.startsWith("admin:")
      ? storePath + url.slice(6)
      : url.startsWith("app:")
        ? appBase + url.slice(4)
        : url;
    if (/^(https?:|\/)/.test(address)) window.open(address, inNewTab ? "_blank" : "_self");
  }

  connection.on(hear);
  // Only now: an app that loads from cache would speak before anybody listens.
  frame.src = frame.dataset["appSrc"] ?? "";
}
