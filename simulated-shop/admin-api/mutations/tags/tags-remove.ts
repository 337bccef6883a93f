import { normalizeTags, sameTag } from "../../../world/tags.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { findTaggable } from "./taggable.ts";

/** `tagsRemove`: removing what is not there is no error. Only some types ignore case (seen). */
export function tagsRemove(
  _root: unknown,
  { id, tags }: { id: string; tags: readonly string[] },
  { shop }: RequestContext,
) {
  const found = findTaggable(shop.world, id);
  if (found.kind === "missing") return { node: null, userErrors: [found.error] };
  const unwanted = normalizeTags(tags);
  const { node, tags: present, removesInAnyCase, setTags } = found.taggable;
  setTags(
    present.filter(
      (tag) => !unwanted.some((other) => (removesInAnyCase ? sameTag(tag, other) : tag === other)),
    ),
  );
  return { node, userErrors: [] };
}
