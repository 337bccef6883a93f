import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { checkSessionToken, signSessionToken } from "./session-token.ts";

const parties = { clientId: "client", clientSecret: "secret", shopDomain: "a-shop.myshopify.com" };
const NOW_MS = Date.parse("2026-11-22T10:00:00Z");
const token = signSessionToken(parties, { userId: 7, sessionId: "session", nowMs: NOW_MS });

test("a fresh token carries the claims of a session token", () => {
  expect(checkSessionToken(token, parties, NOW_MS)).toEqual({
    kind: "valid",
    claims: {
      iss: "https://a-shop.myshopify.com/admin",
      dest: "https://a-shop.myshopify.com",
      aud: "client",
      sub: "7",
      exp: NOW_MS / 1000 + 60,
      nbf: NOW_MS / 1000,
      iat: NOW_MS / 1000,
      jti: expect.any(String) as string,
      sid: "session",
    },
  });
});

test.each([
  ["a minute later", token, parties, NOW_MS + 60_000, "expired"],
  ["before it was made", token, parties, NOW_MS - 60_000, "not yet valid"],
  ["with another secret", token, { ...parties, clientSecret: "other" }, NOW_MS, "wrong signature"],
  ["for another app", token, { ...parties, clientId: "other" }, NOW_MS, "made for another app"],
  [
    "for another shop",
    token,
    { ...parties, shopDomain: "b.myshopify.com" },
    NOW_MS,
    "made for another shop",
  ],
  [
    "without a signature",
    token.split(".").slice(0, 2).join("."),
    parties,
    NOW_MS,
    "not a JSON Web Token",
  ],
  ["with algorithm none", unsigned(token), parties, NOW_MS, "not signed with HS256"],
  ["without claims", signed({}), parties, NOW_MS, "missing claims"],
  ["empty", "", parties, NOW_MS, "not a JSON Web Token"],
])("a token is refused %s", (_when, given, expected, nowMs, reason) => {
  expect(checkSessionToken(given, expected, nowMs)).toEqual({ kind: "invalid", reason });
});

function unsigned(original: string): string {
  const header = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  return `${header}.${original.split(".")[1]}.`;
}

function signed(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "HS256" })}.${part(claims)}`;
  return `${body}.${createHmac("sha256", "secret").update(body).digest("base64url")}`;
}
