import { html } from "hono/html";
import type { Admin } from "../admin-parts.ts";
import { findCustomers } from "./find-customers.ts";
import { formatCount } from "./format.ts";
import type { Html, Page } from "./layout.ts";
import { customerLink, tagChips } from "./parts.ts";

const PER_PAGE = 50;

export function customersPage(
  admin: Admin,
  { query, page }: { query: string; page: number },
): Page {
  const path = `${admin.storePath}/customers`;
  const { total, found } = findCustomers(admin.world, query, {
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE,
  });
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  return {
    title: "Customers",
    active: "customers",
    body: html`
      <div class="card">
        <form method="get" action="${path}" class="fields" role="search">
          <label class="wide"
            >Search by name, e-mail or tag:… <input type="search" name="query" value="${query}"
          /></label>
          <button class="button" type="submit">Search</button>
        </form>
        <p class="muted">${countWords(total, query)}</p>
        <div class="table-frame" tabindex="0" role="region" aria-label="Customers">
          <table>
            <thead>
              <tr>
                <th scope="col">Customer</th>
                <th scope="col">E-mail</th>
                <th scope="col" class="number">Orders</th>
                <th scope="col">Tags</th>
              </tr>
            </thead>
            <tbody>
              ${found.map(
                (customer) =>
                  html`<tr>
                    <th scope="row">${customerLink(admin, customer)}</th>
                    <td>${customer.email}</td>
                    <td class="number">${customer.orders.length}</td>
                    <td>${tagChips(customer.tags)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${pages === 1 ? "" : paging(path, query, page, pages)}
      </div>
    `,
  };
}

function countWords(total: number, query: string): string {
  const customers = `${formatCount(total)} ${total === 1 ? "customer" : "customers"}`;
  return query === "" ? `${customers}.` : `${customers} found for “${query}”.`;
}

function paging(path: string, query: string, page: number, pages: number): Html {
  const link = (target: number, label: string): Html =>
    target < 1 || target > pages
      ? html`<span class="button small" aria-disabled="true">${label}</span>`
      : html`<a
          class="button small"
          href="${path}?${new URLSearchParams({ query, page: String(target) }).toString()}"
          >${label}</a
        >`;
  return html`<nav class="paging" aria-label="Pages">
    ${link(page - 1, "Previous")}
    <span>Page ${formatCount(page)} of ${formatCount(pages)}</span> ${link(page + 1, "Next")}
  </nav>`;
}
