import { listPublishedSegments, noteSegment } from "../../../persistence/published-objects.ts";
import type { AdminClient } from "../../../shopify/admin-client.ts";
import { readSegment } from "../../../shopify/segments.ts";
import type { App } from "../../app.ts";
import { isNameWeGave } from "../publish-segments.ts";

/** Looks at every segment of ours: somebody may have renamed or deleted it in Shopify. */
export async function noticeSegments(app: App, shop: string, admin: AdminClient): Promise<void> {
  for (const held of await listPublishedSegments(app.db, shop)) {
    if (held.goneAt !== null) continue;
    const now = await readSegment(admin, held.segmentId);
    if (now === null) {
      await noteSegment(app.db, held, { goneAt: new Date(), foundName: null });
    } else if (held.keepsName) {
      // It is the merchant's name: whatever they call it next is theirs too.
      if (now.name !== held.name) await noteSegment(app.db, held, { name: now.name });
    } else {
      const foundName = isNameWeGave(now.name, held.name) ? null : now.name;
      const foundAt = foundName === null ? null : new Date();
      if (foundName !== held.foundName) await noteSegment(app.db, held, { foundName, foundAt });
    }
  }
}
