import { html, raw } from "hono/html";
import type { Html } from "./layout.ts";

const paths = {
  orders: '<path d="M3 5.5 8 3l5 2.5v5L8 13l-5-2.5z"/><path d="M3 5.5 8 8l5-2.5M8 8v5"/>',
  products: '<path d="M3 4h10v9H3z"/><path d="M6 4v3h4V4"/>',
  storefront: '<path d="M3 7v6h10V7M2.5 7l1-4h9l1 4z"/><path d="M6.5 13v-3h3v3"/>',
  customers: '<circle cx="8" cy="5.5" r="2.5"/><path d="M3 13c.5-2.8 2.4-4 5-4s4.5 1.2 5 4"/>',
  segments: '<circle cx="8" cy="8" r="5"/><path d="M8 3v5l4 3"/>',
  discounts:
    '<path d="M4 12 12 4"/><circle cx="5" cy="5" r="1.5"/><circle cx="11" cy="11" r="1.5"/>',
  inspector: '<circle cx="7" cy="7" r="4"/><path d="m10 10 3.5 3.5"/>',
  app: '<path d="M3 12h2.5V8H3zM6.75 12h2.5V5h-2.5zM10.5 12H13V2.5h-2.5z"/>',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside a word; it says nothing the word does not. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${raw(paths[name])}</svg>`;
}
