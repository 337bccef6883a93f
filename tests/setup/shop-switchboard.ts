import { Hono } from "hono";
import { z } from "zod";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { parseTokenRequest } from "../../simulated-shop/tokens/token-request.ts";
import { listen, type TestServer } from "./listen.ts";

const grantSchema = z.object({ access_token: z.string(), refresh_token: z.string().optional() });
const claimsSchema = z.object({ dest: z.string() });

/**
 * One address for several simulated shops, as Shopify is one to the app: a call goes to the shop its token is of. They
 * must have the same client id and secret.
 */
export async function openSwitchboard(shops: readonly SimulatedShop[]): Promise<TestServer> {
  const shopOfToken = new Map<string, SimulatedShop>();
  const [first] = shops;
  const app = new Hono();

  app.post("/admin/oauth/access_token", async (c) => {
    const body = await c.req.text();
    const request = parseTokenRequest(body, c.req.header("content-type"));
    const shop =
      shopOfToken.get(request?.refresh_token ?? "") ?? shopNamedBy(request?.subject_token ?? "");
    const answer = await pass(shop, c.req.raw, body);
    const grant = grantSchema.safeParse(await answer.clone().json());
    if (grant.success && shop !== undefined) {
      shopOfToken.set(grant.data.access_token, shop);
      if (grant.data.refresh_token !== undefined) shopOfToken.set(grant.data.refresh_token, shop);
    }
    return answer;
  });
  app.post("/admin/api/*", async (c) => {
    const shop = shopOfToken.get(c.req.header("x-shopify-access-token") ?? "");
    return pass(shop, c.req.raw, await c.req.text());
  });
  app.get("*", (c) => pass(first, c.req.raw, undefined));

  function shopNamedBy(sessionToken: string): SimulatedShop | undefined {
    const payload = Buffer.from(sessionToken.split(".")[1] ?? "", "base64url").toString();
    const { dest } = claimsSchema.parse(JSON.parse(payload));
    return shops.find(({ shop }) => dest === `https://${shop}`);
  }

  return listen(app);
}

async function pass(
  shop: SimulatedShop | undefined,
  request: Request,
  body: string | undefined,
): Promise<Response> {
  if (shop === undefined) return new Response(null, { status: 401 });
  const { pathname, search } = new URL(request.url);
  const answer = await fetch(new URL(pathname + search, shop.url), {
    method: request.method,
    headers: request.headers,
    ...(body === undefined ? {} : { body }),
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: { "content-type": answer.headers.get("content-type") ?? "" },
  });
}
