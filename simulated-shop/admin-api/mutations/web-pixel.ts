import { gidOfObject } from "../../world/gid.ts";
import type { WebPixel, World } from "../../world/world.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { nodeFields } from "../resolvers/node-fields.ts";
import { userError } from "./user-error.ts";

type Given = { webPixel: { settings: unknown } };

const notFound = userError(["id"], "The pixel does not exist.", "NOT_FOUND");
const invalid = userError(["settings"], "Settings must be a JSON object.", "INVALID_SETTINGS");

/** `webPixelCreate`: an app has one pixel in a shop. Settings are not held against the extension's own definition. */
export function webPixelCreate(
  _root: unknown,
  { webPixel: { settings } }: Given,
  { shop: { world } }: RequestContext,
) {
  if (world.webPixel !== null)
    return failed(userError(null, "Web pixel is already taken.", "TAKEN"));
  const read = readSettings(settings);
  if (read === null) return failed(invalid);
  world.webPixel = { gidType: "WebPixel", id: world.ids.take("WebPixel"), settings: read };
  world.revision += 1;
  return { webPixel: world.webPixel, userErrors: [] };
}

export function webPixelUpdate(
  _root: unknown,
  { id, webPixel: { settings } }: Given & { id: string },
  { shop: { world } }: RequestContext,
) {
  const pixel = findPixel(world, id);
  if (pixel === null) return failed(notFound);
  const read = readSettings(settings);
  if (read === null) return failed(invalid);
  world.webPixel = { ...pixel, settings: read };
  world.revision += 1;
  return { webPixel: world.webPixel, userErrors: [] };
}

export function webPixelDelete(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  if (findPixel(world, id) === null) return { deletedWebPixelId: null, userErrors: [notFound] };
  world.webPixel = null;
  world.revision += 1;
  return { deletedWebPixelId: id, userErrors: [] };
}

/** Without an id, the app's own. */
export const webPixelQueries = {
  webPixel: (_root: unknown, { id }: { id?: string | null }, { shop }: RequestContext) =>
    id == null ? shop.world.webPixel : findPixel(shop.world, id),
} satisfies TypeResolvers;

export const webPixelResolvers = {
  ...nodeFields,
  settings: ({ settings }: WebPixel) => settings,
} satisfies TypeResolvers;

function findPixel({ webPixel }: World, gid: string): WebPixel | null {
  return webPixel !== null && gidOfObject(webPixel) === gid ? webPixel : null;
}

/** The API takes an object, and an object in a text. */
function readSettings(settings: unknown): object | null {
  if (typeof settings !== "string")
    return typeof settings === "object" && !Array.isArray(settings) ? settings : null;
  try {
    const parsed: unknown = JSON.parse(settings);
    return typeof parsed === "string" ? null : readSettings(parsed);
  } catch {
    return null;
  }
}

function failed(error: ReturnType<typeof userError>) {
  return { webPixel: null, userErrors: [error] };
}
