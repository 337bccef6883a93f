import { MAX_TAG_CHARACTERS, MAX_TAGS, normalizeTags } from "../../../world/tags.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { findTaggable } from "./taggable.ts";
import { userError } from "../user-error.ts";

/** `tagsAdd`: a tag that is there in another spelling keeps that spelling. */
export function tagsAdd(
  _root: unknown,
  { id, tags }: { id: string; tags: readonly string[] },
  { shop }: RequestContext,
) {
  const found = findTaggable(shop.world, id);
  if (found.kind === "missing") return { node: null, userErrors: [found.error] };
  const { taggable } = found;
  const wanted = normalizeTags([...taggable.tags, ...tags]);
  if (wanted.length > MAX_TAGS) return refuse(`Tags cannot be more than ${MAX_TAGS}`);
  if (wanted.some((tag) => tag.length > MAX_TAG_CHARACTERS))
    return refuse(`Tags is too long (maximum is ${MAX_TAG_CHARACTERS} characters)`);
  taggable.setTags(wanted);
  return { node: taggable.node, userErrors: [] };
}

function refuse(message: string) {
  return { node: null, userErrors: [userError(["tags"], message)] };
}
