import { html } from "hono/html";
import { discountStatusAt, type Discount } from "../../world/discount.ts";
import type { Admin } from "../admin-parts.ts";
import { formatCount, formatMoney } from "./format.ts";
import type { Html, Page } from "./layout.ts";

export function discountsPage(admin: Admin): Page {
  return {
    title: "Discounts",
    active: "discounts",
    body: html`<div class="card">
      <div data-live="${admin.storePath}/discounts/live">${liveDiscounts(admin)}</div>
    </div>`,
  };
}

export function liveDiscounts(admin: Admin): Html {
  const discounts = [...admin.world.discounts.values()];
  if (discounts.length === 0) return html`<p class="muted">No discounts yet.</p>`;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Discounts">
    <table>
      <thead>
        <tr>
          <th scope="col">Discount</th>
          <th scope="col">Status</th>
          <th scope="col">Value</th>
          <th scope="col">For</th>
          <th scope="col">Codes</th>
          <th scope="col" class="number">Customers</th>
          <th scope="col" class="number">Redeemed</th>
        </tr>
      </thead>
      <tbody>
        ${discounts.map((discount) => discountRow(admin, discount))}
      </tbody>
    </table>
  </div>`;
}

function discountRow(admin: Admin, discount: Discount): Html {
  const { context } = discount;
  const { clock, segments, customers } = admin.world;
  const status = discountStatusAt(discount, clock.nowMs()).toLowerCase();
  const bound =
    context.kind === "customer-segments"
      ? context.segmentIds.flatMap((id) => segments.get(id) ?? [])
      : [];
  const audience = {
    all: "Everyone",
    customers: "Named customers",
    "customer-segments": bound.map(({ name }) => name).join(", "),
  }[context.kind];
  const reached = {
    all: () => customers.size,
    customers: () => (context.kind === "customers" ? context.customerIds.length : 0),
    // Segments may overlap; the sum is what a merchant sees beside each segment.
    "customer-segments": () =>
      bound.reduce((sum, segment) => sum + (admin.countSegmentMembers(segment) ?? 0), 0),
  }[context.kind]();
  return html`<tr>
    <th scope="row">${discount.title}</th>
    <td><span class="badge ${status === "active" ? "good" : ""}">${status}</span></td>
    <td>${valueOf(discount, admin)}</td>
    <td>${audience}</td>
    <td>${codesOf(discount)}</td>
    <td class="number">${formatCount(reached)}</td>
    <td class="number">${redeemedWords(discount)}</td>
  </tr>`;
}

const SHOWN_CODES = 5;

function codesOf({ codes }: Discount): string {
  if (codes.length === 0) return "none: automatic";
  const shown = codes.slice(0, SHOWN_CODES).map(({ code }) => code);
  const more = codes.length - shown.length;
  return more === 0 ? shown.join(", ") : `${shown.join(", ")} and ${formatCount(more)} more`;
}

/** "3 of 100" where there is a limit. */
function redeemedWords({ usageCount, usageLimit }: Discount): string {
  return usageLimit === null
    ? formatCount(usageCount)
    : `${formatCount(usageCount)} of ${formatCount(usageLimit)}`;
}

function valueOf({ rule }: Discount, { world }: Admin): string {
  if (rule.kind === "free-shipping") return "Free shipping";
  const value = rule.kind === "bxgy" ? rule.effect : rule.value;
  const off =
    value.kind === "percentage"
      ? `${formatPercent(value.fraction)} off`
      : `${formatMoney(value.amountMinor, world.shop)} off`;
  return rule.kind === "bxgy" ? `Buy some, get others at ${off}` : off;
}

function formatPercent(fraction: number): string {
  return new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 2 }).format(
    fraction,
  );
}
