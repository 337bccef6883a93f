import { changedInShopify } from "../../../persistence/drifts.ts";
import { findPublishedSegment } from "../../../persistence/published-objects.ts";
import { readKnownTags } from "../../../persistence/publication-ledger.ts";
import type { App } from "../../app.ts";
import type { WebhookSubject } from "../webhook-subject.ts";
import { customerSubject, segmentSubject, tagsSubject } from "./event-handler.ts";
import type { Topic } from "./topics.ts";

/**
 * Whether a webhook says what the ledger of our writes does not expect anyway. A publication to a whole base comes
 * back as several webhooks for everybody; each costs this one look, and leaves no event and no job behind.
 */
export async function isNews(
  app: App,
  shop: string,
  topic: Topic,
  subject: WebhookSubject,
): Promise<boolean> {
  switch (topic) {
    case "customers/create":
    case "customers/update": {
      // Of a customer we use nothing but orders and tags, and those have webhooks of their own. But one Shopify has
      // refused to write to may have been put right.
      const { customerId } = customerSubject.parse(subject);
      const problem = (await readKnownTags(app.db, shop, customerId))?.problem ?? null;
      return problem !== null && problem !== changedInShopify;
    }
    case "customer.tags_added": {
      // Before a tag is written the ledger says that it may be there.
      const { customerId, tags } = tagsSubject.parse(subject);
      const known = await readKnownTags(app.db, shop, customerId);
      const expected = known?.possibleTags ?? [];
      return (
        isLookedAfter(known, tags) || tags.some((tag) => tag !== "" && !expected.includes(tag))
      );
    }
    case "customer.tags_removed": {
      // Before a tag is taken off the ledger stops being sure of it.
      const { customerId, tags } = tagsSubject.parse(subject);
      const known = await readKnownTags(app.db, shop, customerId);
      const expected = known?.confirmedTags ?? [];
      return isLookedAfter(known, tags) || tags.some((tag) => expected.includes(tag));
    }
    case "segments/update":
    case "segments/delete": {
      const { segmentId } = segmentSubject.parse(subject);
      return (await findPublishedSegment(app.db, shop, segmentId)) !== null;
    }
    default:
      return true;
  }
}

/** Of whom others have changed already, every change of a tag of ours may end the difference. */
function isLookedAfter(known: { problem: string | null } | null, tags: readonly string[]): boolean {
  return known?.problem === changedInShopify && tags.some((tag) => tag !== "");
}
