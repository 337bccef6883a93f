import { expect, test } from "vitest";
import { renewEncryption, type EncryptedSessions } from "./renew-encryption.ts";
import type { SessionRow } from "./session-storage.ts";
import { createTokenCipher } from "./token-cipher.ts";

const former = createTokenCipher("former");
const now = createTokenCipher("new", ["former"]);

function row(id: string, accessToken: string, refreshToken: string | null): SessionRow {
  const shop = `${id}.myshopify.com`;
  const rest = {
    state: "",
    isOnline: false,
    scope: null,
    expires: null,
    refreshTokenExpires: null,
  };
  return { id, shop, accessToken, refreshToken, ...rest };
}

function tableOf(rows: SessionRow[], isRenewedMeanwhile = false): EncryptedSessions {
  return {
    list: () => Promise.resolve([...rows]),
    replaceTokens(held, tokens) {
      if (!isRenewedMeanwhile) rows[rows.indexOf(held)] = { ...held, ...tokens };
      return Promise.resolve(!isRenewedMeanwhile);
    },
  };
}

test("tokens under a former secret are under the new one afterwards, and the former can go", async () => {
  const rows = [row("a", former.encrypt("access"), former.encrypt("refresh"))];
  expect(await renewEncryption(tableOf(rows), now)).toEqual({ renewed: 1, unreadable: 0 });
  const alone = createTokenCipher("new");
  expect(rows.map((held) => alone.decrypt(held.accessToken))).toEqual(["access"]);
  expect(rows.map((held) => alone.decrypt(held.refreshToken ?? ""))).toEqual(["refresh"]);
  expect(await renewEncryption(tableOf(rows), now)).toEqual({ renewed: 0, unreadable: 0 });
});

test("a session without tokens, or with tokens of an unknown secret, stays as it is", async () => {
  const unknown = createTokenCipher("unknown");
  const rows = [row("a", "", null), row("b", unknown.encrypt("access"), null)];
  const before = structuredClone(rows);
  expect(await renewEncryption(tableOf(rows), now)).toEqual({ renewed: 0, unreadable: 1 });
  expect(rows).toEqual(before);
});

test("a token that is renewed meanwhile is not overwritten by the one before", async () => {
  const rows = [row("a", former.encrypt("access"), null)];
  expect(await renewEncryption(tableOf(rows, true), now)).toEqual({ renewed: 0, unreadable: 0 });
});
