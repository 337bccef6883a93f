import { html } from "hono/html";
import type { Segment } from "../../world/segment.ts";
import type { Admin } from "../admin-parts.ts";
import { formatCount } from "./format.ts";
import type { Html, Page } from "./layout.ts";

export function segmentsPage(admin: Admin): Page {
  return {
    title: "Segments",
    active: "segments",
    body: html`<div class="card">
      <div data-live="${admin.storePath}/segments/live">${liveSegments(admin)}</div>
    </div>`,
  };
}

export function liveSegments(admin: Admin): Html {
  const segments = [...admin.world.segments.values()];
  if (segments.length === 0)
    return html`<p class="muted">
      No segments yet. The app creates one per tier and group when publishing is on.
    </p>`;
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Segments">
    <table>
      <thead>
        <tr>
          <th scope="col">Segment</th>
          <th scope="col">Query</th>
          <th scope="col" class="number">Members</th>
        </tr>
      </thead>
      <tbody>
        ${segments.map(
          (segment) =>
            html`<tr>
              <th scope="row">${segment.name}</th>
              <td><code>${segment.query}</code></td>
              <td class="number">${memberCountOf(admin, segment)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function memberCountOf(admin: Admin, segment: Segment): string {
  const count = admin.countSegmentMembers(segment);
  return count === null ? "not evaluated" : formatCount(count);
}
