import { html } from "hono/html";
import type { Segment } from "../../world/segment.ts";
import type { Admin } from "../admin-parts.ts";
import { card, hiddenField, selectField } from "./fields.ts";
import { formatCount } from "./format.ts";
import type { Html, Page } from "./layout.ts";

export function segmentsPage(admin: Admin): Page {
  return {
    title: "Segments",
    active: "segments",
    body: html`<div class="card">
        <div data-live="${admin.storePath}/segments/live">${liveSegments(admin)}</div>
      </div>
      ${admin.world.segments.size === 0 ? "" : card("change-segment", "Change a segment by hand", changeForms(admin))}`,
  };
}

/** What staff do in the real admin, with the segments there were when the page was loaded. */
function changeForms({ world, storePath }: Admin): Html {
  const options = [...world.segments.values()].map(({ id, name }) => [String(id), name] as const);
  const returnTo = hiddenField("returnTo", `${storePath}/segments`);
  return html`<form method="post" action="/simulate/segments/rename" class="fields">
      ${returnTo} ${selectField("Segment", "segmentId", options)}
      <label>New name <input name="name" autocomplete="off" required /></label>
      <button class="button" type="submit">Rename segment</button>
    </form>
    <form method="post" action="/simulate/segments/delete" class="fields">
      ${returnTo} ${selectField("Segment to delete", "segmentId", options)}
      <button class="button" type="submit">Delete segment</button>
    </form>`;
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
