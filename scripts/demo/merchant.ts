/** The merchant's first steps in the admin, over HTTP as a browser takes them. */
import { z } from "zod";
import { topTierDiscountFrom } from "./top-tier-discount.ts";

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

/** Turns everything on: tags, customer fields, segments and discounts, and gives the top tier 10 %. */
export async function turnOnPublishing(stage: Stage): Promise<void> {
  const settings = { tags: true, metafields: true, segments: true, discounts: true };
  await save(stage, "/app/publishing", "routes/app.publishing._index", settings);
  const today = (await shopTime(stage)).slice(0, 10);
  const route = "routes/app.publishing.discounts.$id";
  await save(stage, "/app/publishing/discounts/new", route, { save: topTierDiscountFrom(today) });
}

async function shopTime({ shopUrl }: Stage): Promise<string> {
  const response = await fetch(`${shopUrl}/clock`);
  return z.object({ now: z.string() }).parse(await response.json()).now;
}

/** Sends a page's form to its route. */
async function save(stage: Stage, path: string, route: string, body: object): Promise<void> {
  const address = await appAddress(stage, path);
  address.searchParams.set("_data", route);
  const response = await fetch(address, {
    method: "POST",
    headers: {
      "User-Agent": browser,
      Authorization: `Bearer ${await sessionToken(stage)}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  const saved = z.object({ kind: z.literal("saved") }).safeParse(answer);
  if (!saved.success)
    throw new Error(
      `${path} could not be saved (HTTP ${String(response.status)}): ${JSON.stringify(answer)}`,
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
