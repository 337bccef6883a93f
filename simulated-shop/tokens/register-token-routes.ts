import type { Hono } from "hono";
import type { SimulatedShopContext } from "../context.ts";
import type { AppAccessTokens } from "./access-tokens.ts";
import { answerTokenRequest } from "./answer-token-request.ts";
import { invalidRequest, oauthErrorResponse } from "./oauth-error.ts";
import { parseTokenRequest } from "./token-request.ts";

/** Serves `POST /admin/oauth/access_token`: token exchange and refresh. */
export function registerTokenRoutes(
  app: Hono,
  { config }: Pick<SimulatedShopContext, "config">,
  tokens: AppAccessTokens,
): void {
  app.post("/admin/oauth/access_token", async (c) => {
    const accept = c.req.header("accept");
    const request = parseTokenRequest(await c.req.text(), c.req.header("content-type"));
    if (request === null)
      return oauthErrorResponse(invalidRequest("The request body could not be read"), accept);
    const answer = answerTokenRequest(request, config, tokens);
    return answer.kind === "granted"
      ? c.json(answer.body)
      : oauthErrorResponse(answer.error, accept);
  });
}
