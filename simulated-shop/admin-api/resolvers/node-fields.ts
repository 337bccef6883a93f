import { gidOfObject } from "../../world/gid.ts";
import type { TypeResolvers } from "../field-resolver.ts";

type GidObject = { readonly gidType: string; readonly id: number };

/** `id` and `legacyResourceId`, the same for every object of the world. */
export const nodeFields = {
  id: (object: GidObject) => gidOfObject(object),
  legacyResourceId: (object: GidObject) => String(object.id),
} satisfies TypeResolvers;
