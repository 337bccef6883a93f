/** The script of a block's page. It runs before the block, whose module then finds the world it expects. */
import { AdminLine } from "./admin-line.ts";
import { PAGE_STYLE } from "./element-style.ts";
import { defineElements, reportUnknownElements } from "./elements.ts";
import type { BlockStart } from "./protocol.ts";
import { createBlockGlobal, patchFetch } from "./shopify-global.ts";

/** What the bundle of an extension leaves behind: its default export draws the block. */
type BlockBundle = { readonly default?: () => unknown };

function start(script: HTMLScriptElement): void {
  const line = new AdminLine(new URL(script.src).origin);
  const given = JSON.parse(document.getElementById("block-start")?.textContent ?? "") as BlockStart;
  const style = new CSSStyleSheet();
  style.replaceSync(PAGE_STYLE);
  document.adoptedStyleSheets = [style];

  window.addEventListener("error", ({ message }) => line.tell({ kind: "problem", message }));
  window.addEventListener("unhandledrejection", ({ reason }) =>
    line.tell({ kind: "problem", message: String(reason) }),
  );
  Object.assign(window, { shopify: createBlockGlobal(line, given) });
  patchFetch(line, given);
  window.open = (url, target) => {
    line.tell({ kind: "open", address: String(url ?? ""), inNewTab: target === "_blank" });
    return null;
  };
  defineElements(line);
  reportUnknownElements(line);
  document.addEventListener("DOMContentLoaded", () => {
    // The frame is as high as the page: a scroll bar inside the card would be a surprise.
    new ResizeObserver(() =>
      line.tell({ kind: "height", heightPx: Math.ceil(document.body.offsetHeight) }),
    ).observe(document.body);
    void drawBlock(line);
  });
}

async function drawBlock(line: AdminLine): Promise<void> {
  const { adminBlock } = window as unknown as { adminBlock?: BlockBundle };
  if (adminBlock?.default === undefined) {
    line.tell({ kind: "problem", message: "The extension's module has no default export." });
    return;
  }
  await adminBlock.default();
}

if (document.currentScript instanceof HTMLScriptElement) start(document.currentScript);
