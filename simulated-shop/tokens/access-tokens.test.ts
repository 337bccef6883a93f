import { describe, expect, test } from "vitest";
import { AppAccessTokens } from "./access-tokens.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function tokensAt(start = 0): { tokens: AppAccessTokens; wait: (ms: number) => void } {
  let nowMs = start;
  const tokens = new AppAccessTokens({ permanentToken: "shpat_always", nowMs: () => nowMs });
  return {
    tokens,
    wait(ms) {
      nowMs += ms;
    },
  };
}

describe("expiring offline access", () => {
  test("ends after sixty minutes", () => {
    const { tokens, wait } = tokensAt();
    const { accessToken, expiresInSeconds } = tokens.issueExpiringOffline();
    expect(expiresInSeconds).toBe(3600);
    wait(60 * MINUTE_MS - 1);
    expect(tokens.isValid(accessToken)).toBe(true);
    wait(1);
    expect(tokens.isValid(accessToken)).toBe(false);
  });

  test("exchanges made at the same time get one token", () => {
    const { tokens, wait } = tokensAt();
    const first = tokens.issueExpiringOffline();
    wait(2_000);
    const second = tokens.issueExpiringOffline();
    expect(second).toEqual({
      ...first,
      expiresInSeconds: 3598,
      refreshTokenExpiresInSeconds: 7_775_998,
    });
  });

  test("a later exchange ends the refresh tokens of an earlier one, not its access token", () => {
    const { tokens, wait } = tokensAt();
    const first = tokens.issueExpiringOffline();
    wait(10 * MINUTE_MS);
    tokens.issueExpiringOffline();
    expect(tokens.refresh(first.refreshToken)).toEqual({ kind: "not-active" });
    expect(tokens.isValid(first.accessToken)).toBe(true);
  });
});

describe("refreshing", () => {
  test("gives new access and leaves the old until it ends by itself", () => {
    const { tokens } = tokensAt();
    const first = tokens.issueExpiringOffline();
    const outcome = tokens.refresh(first.refreshToken);
    if (outcome.kind !== "refreshed") throw new Error("not refreshed");
    expect(outcome.access.accessToken).not.toBe(first.accessToken);
    expect(outcome.access.refreshToken).not.toBe(first.refreshToken);
    expect(tokens.isValid(first.accessToken)).toBe(true);
    expect(tokens.isValid(outcome.access.accessToken)).toBe(true);
  });

  test("the used refresh token works until its replacement is used", () => {
    const { tokens, wait } = tokensAt();
    const first = tokens.issueExpiringOffline().refreshToken;
    const second = refreshed(tokens, first);
    wait(2 * DAY_MS);
    expect(refreshed(tokens, first)).toBe(second);
    refreshed(tokens, second);
    expect(tokens.refresh(first)).toEqual({ kind: "not-active" });
  });

  test("the used refresh token works for thirty days at most", () => {
    const { tokens, wait } = tokensAt();
    const { refreshToken } = tokens.issueExpiringOffline();
    refreshed(tokens, refreshToken);
    wait(30 * DAY_MS);
    expect(tokens.refresh(refreshToken)).toEqual({ kind: "not-active" });
  });

  test("an unused refresh token ends after ninety days", () => {
    const { tokens, wait } = tokensAt();
    const { refreshToken } = tokens.issueExpiringOffline();
    wait(90 * DAY_MS);
    expect(tokens.refresh(refreshToken)).toEqual({ kind: "not-active" });
  });
});

test("offline access without end is the same token every time", () => {
  const { tokens, wait } = tokensAt();
  const token = tokens.issueOffline();
  wait(400 * DAY_MS);
  expect(tokens.issueOffline()).toBe(token);
  expect(tokens.isValid(token)).toBe(true);
});

test("uninstalling ends everything but the configured token", () => {
  const { tokens } = tokensAt();
  const expiring = tokens.issueExpiringOffline();
  const online = tokens.issueOnline();
  const offline = tokens.issueOffline();
  expect(tokens.isInstalled).toBe(true);
  tokens.revokeAll();
  expect(tokens.isInstalled).toBe(false);
  for (const token of [expiring.accessToken, online.accessToken, offline])
    expect(tokens.isValid(token)).toBe(false);
  expect(tokens.refresh(expiring.refreshToken)).toEqual({ kind: "not-active" });
  expect(tokens.isValid("shpat_always")).toBe(true);
});

test("expired access can be refreshed", () => {
  const { tokens } = tokensAt();
  const { accessToken, refreshToken } = tokens.issueExpiringOffline();
  tokens.expireAccess();
  expect(tokens.isValid(accessToken)).toBe(false);
  expect(tokens.refresh(refreshToken).kind).toBe("refreshed");
});

function refreshed(tokens: AppAccessTokens, refreshToken: string): string {
  const outcome = tokens.refresh(refreshToken);
  if (outcome.kind !== "refreshed") throw new Error("not refreshed");
  return outcome.access.refreshToken;
}
