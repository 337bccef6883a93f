/** The merchant's first steps in the admin, over HTTP as a browser takes them. */
import { z } from "zod";

export interface Stage {
  shopUrl: string;
  /** "echelon-demo.myshopify.com" */
  shop: string;
  appUrl: string;
}

const browser =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36";
const tokenAnswer = z.object({ token: z.string() });

/** Opens the app in the admin, which installs it. */
export async function openApp(stage: Stage): Promise<void> {
  const response = await fetch(await appAddress(stage, "/app"), {
    headers: { "User-Agent": browser },
    redirect: "manual",
  });
  await response.body?.cancel();
  if (response.status !== 200)
    throw new Error(`The app answered its first visit with HTTP ${String(response.status)}.`);
}

/** Turns everything on: tags, customer fields, segments, and 10 % for the top tier. */
export async function turnOnPublishing(stage: Stage): Promise<void> {
  const address = await appAddress(stage, "/app/publishing");
  address.searchParams.set("_data", "routes/app.publishing._index");
  const response = await fetch(address, {
    method: "POST",
    headers: {
      "User-Agent": browser,
      Authorization: `Bearer ${await sessionToken(stage)}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({
      tags: true,
      metafields: true,
      segments: true,
      topTierDiscountPercent: 10,
    }),
  });
  const answer: unknown = await response.json().catch(() => null);
  const saved = z.object({ kind: z.literal("saved") }).safeParse(answer);
  if (!saved.success)
    throw new Error(
      `Publishing could not be turned on (HTTP ${String(response.status)}): ${JSON.stringify(answer)}`,
    );
}

async function appAddress(stage: Stage, path: string): Promise<URL> {
  const address = new URL(path, stage.appUrl);
  address.search = new URLSearchParams({
    embedded: "1",
    shop: stage.shop,
    host: Buffer.from(`admin.shopify.com/store/${storeHandle(stage)}`).toString("base64"),
    id_token: await sessionToken(stage),
    locale: "en",
  }).toString();
  return address;
}

async function sessionToken(stage: Stage): Promise<string> {
  const response = await fetch(`${stage.shopUrl}/store/${storeHandle(stage)}/session-token`, {
    method: "POST",
  });
  return tokenAnswer.parse(await response.json()).token;
}

export function storeHandle({ shop }: Pick<Stage, "shop">): string {
  return shop.replace(/\.myshopify\.com$/, "");
}
