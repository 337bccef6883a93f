import type { Context, Hono } from "hono";
import type { SimulatedShopContext } from "../context.ts";
import { uninstallApp } from "../world/uninstall-app.ts";
import type { AppAccessTokens } from "./access-tokens.ts";
import { answerTokenRequest } from "./answer-token-request.ts";
import { authorize } from "./authorize.ts";
import { AuthorizationCodes } from "./authorization-codes.ts";
import { invalidRequest, oauthErrorResponse } from "./oauth-error.ts";
import { parseTokenRequest } from "./token-request.ts";

/** Serves where an app gets access: the merchant's consent, the token endpoint, and what was granted. */
export function registerTokenRoutes(
  app: Hono,
  { config, world }: Pick<SimulatedShopContext, "config" | "world">,
  tokens: AppAccessTokens,
): void {
  const codes = new AuthorizationCodes();

  app.get("/admin/oauth/authorize", (c) => {
    const { searchParams } = new URL(c.req.url);
    const authorization = authorize(searchParams, config, codes, Date.now());
    return authorization.kind === "redirect"
      ? c.redirect(authorization.location)
      : oauthErrorResponse(authorization.error, c.req.header("accept"));
  });

  app.post("/admin/oauth/access_token", async (c) => {
    const accept = c.req.header("accept");
    const request = parseTokenRequest(await c.req.text(), c.req.header("content-type"));
    if (request === null)
      return oauthErrorResponse(invalidRequest("The request body could not be read"), accept);
    const answer = answerTokenRequest(request, { app: config, tokens, codes });
    return answer.kind === "granted"
      ? c.json(answer.body)
      : oauthErrorResponse(answer.error, accept);
  });

  app.get("/admin/oauth/access_scopes.json", (c) =>
    hasAccess(c)
      ? c.json({ access_scopes: config.scopes.map((handle) => ({ handle })) })
      : c.json({ errors: INVALID_ACCESS_TOKEN }, 401),
  );

  // The app gives its access back: the same as being uninstalled.
  app.delete("/admin/api_permissions/current.json", (c) => {
    if (!hasAccess(c)) return c.json({ errors: INVALID_ACCESS_TOKEN }, 401);
    uninstallApp(world);
    return c.json({});
  });

  function hasAccess(c: Context): boolean {
    return tokens.isValid(c.req.header("x-shopify-access-token") ?? "");
  }
}

const INVALID_ACCESS_TOKEN =
  "[API] Invalid API key or access token (unrecognized login or wrong password)";
