import {
  CreateWebPixelDocument,
  DeleteWebPixelDocument,
  ReadWebPixelDocument,
  UpdateWebPixelDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { refusalOf, type Refused } from "./user-errors.ts";

/** The fields that extensions/web-pixel/shopify.extension.toml declares. */
export interface PixelSettings {
  accountID: string;
  endpoint: string;
}

export type PixelResult = { kind: "saved"; pixelId: bigint } | Refused;

/** Has the shop load our pixel. There is one per app: one that is there already gets the settings. */
export async function createPixel(
  admin: AdminClient,
  settings: PixelSettings,
): Promise<PixelResult> {
  const { webPixelCreate } = await admin.request(CreateWebPixelDocument, { settings });
  if (webPixelCreate?.userErrors.some(({ code }) => code === "TAKEN") === true) {
    const { webPixel } = await admin.request(ReadWebPixelDocument, {});
    if (webPixel !== null) {
      const { webPixelUpdate } = await admin.request(UpdateWebPixelDocument, {
        id: webPixel.id,
        settings,
      });
      return resultOf(webPixelUpdate);
    }
  }
  return resultOf(webPixelCreate);
}

/** Takes it away. One that is gone already is taken away. */
export async function deletePixel(
  admin: AdminClient,
  pixelId: bigint,
): Promise<{ kind: "deleted" } | Refused> {
  const { webPixelDelete } = await admin.request(DeleteWebPixelDocument, {
    id: gidOf("WebPixel", pixelId),
  });
  const errors = webPixelDelete?.userErrors.filter(({ code }) => code !== "NOT_FOUND");
  return refusalOf(errors) ?? { kind: "deleted" };
}

function resultOf(
  payload: {
    webPixel: { id: string } | null;
    userErrors: { field: string[] | null; message: string }[];
  } | null,
): PixelResult {
  const refused = refusalOf(payload?.userErrors);
  if (refused !== null) return refused;
  return payload?.webPixel == null
    ? { kind: "refused", message: "Shopify made no pixel" }
    : { kind: "saved", pixelId: idOfGid("WebPixel", payload.webPixel.id) };
}
