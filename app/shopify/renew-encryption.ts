import type { SessionRow } from "./session-storage.ts";
import type { TokenCipher } from "./token-cipher.ts";

/** Where the rows are kept. */
export interface EncryptedSessions {
  list(): Promise<SessionRow[]>;
  /** Only while the row still holds what it held; false when somebody has renewed the token meanwhile. */
  replaceTokens(row: SessionRow, tokens: StoredTokens): Promise<boolean>;
}

export type StoredTokens = Pick<SessionRow, "accessToken" | "refreshToken">;

/**
 * Encrypts anew what is stored under a former secret. `renewed` counts those; `unreadable` those under a secret the app
 * does not have, whose merchants have to open the app once. When it ends without error, former secrets can go.
 */
export async function renewEncryption(
  sessions: EncryptedSessions,
  cipher: TokenCipher,
): Promise<{ renewed: number; unreadable: number }> {
  let renewed = 0;
  let unreadable = 0;
  for (const row of await sessions.list()) {
    const stored = [row.accessToken, row.refreshToken ?? ""].filter((text) => text !== "");
    if (stored.every((text) => cipher.isCurrent(text))) continue;
    const tokens = { accessToken: again(row.accessToken), refreshToken: again(row.refreshToken) };
    if (tokens.accessToken === null || (row.refreshToken !== null && tokens.refreshToken === null))
      unreadable += 1;
    else if (await sessions.replaceTokens(row, { ...tokens, accessToken: tokens.accessToken }))
      renewed += 1;
  }
  return { renewed, unreadable };

  function again(encrypted: string | null): string | null {
    if (encrypted === null || encrypted === "") return encrypted;
    const text = cipher.decrypt(encrypted);
    return text === null ? null : cipher.encrypt(text);
  }
}
