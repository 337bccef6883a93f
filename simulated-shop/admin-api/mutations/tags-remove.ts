import { normalizeTags, sameTag } from "../../world/tags.ts";
import type { RequestContext } from "../field-resolver.ts";
import { findTaggable } from "./taggable.ts";

/** `tagsRemove`: ignores case; removing what is not there is no error. */
export function tagsRemove(
  _root: unknown,
  { id, tags }: { id: string; tags: readonly string[] },
  { shop }: RequestContext,
) {
  const found = findTaggable(shop.world, id);
  if (found.kind === "missing") return { node: null, userErrors: [found.error] };
  const unwanted = normalizeTags(tags);
  found.taggable.setTags(
    found.taggable.tags.filter((tag) => !unwanted.some((other) => sameTag(tag, other))),
  );
  return { node: found.taggable.node, userErrors: [] };
}
