import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { TokenCipher } from "./token-cipher.ts";

/** A session as it is kept: tokens encrypted, and nothing about the person who signed in. */
export interface SessionRow {
  id: string;
  shop: string;
  state: string;
  isOnline: boolean;
  scope: string | null;
  expires: Date | null;
  accessToken: string;
  refreshToken: string | null;
  refreshTokenExpires: Date | null;
}

/** Where the rows are kept. */
export interface SessionTable {
  save(row: SessionRow): Promise<void>;
  find(id: string): Promise<SessionRow | null>;
  listOfShop(shop: string): Promise<SessionRow[]>;
  remove(ids: string[]): Promise<void>;
}

/** Keeps the library's sessions. A token that cannot be decrypted counts as none, and the next visit gets a new one. */
export function createSessionStorage(table: SessionTable, cipher: TokenCipher): SessionStorage {
  return {
    async storeSession(session) {
      await table.save(rowOf(session, cipher));
      return true;
    },
    async loadSession(id) {
      const row = await table.find(id);
      return row === null ? undefined : sessionOf(row, cipher);
    },
    async deleteSession(id) {
      await table.remove([id]);
      return true;
    },
    async deleteSessions(ids) {
      await table.remove(ids);
      return true;
    },
    async findSessionsByShop(shop) {
      const rows = await table.listOfShop(shop);
      return rows.flatMap((row) => sessionOf(row, cipher) ?? []);
    },
  };
}

function rowOf(session: Session, cipher: TokenCipher): SessionRow {
  const {
    id,
    shop,
    state,
    isOnline,
    scope,
    expires,
    accessToken,
    refreshToken,
    refreshTokenExpires,
  } = session;
  return {
    id,
    shop,
    state,
    isOnline,
    scope: scope ?? null,
    expires: expires ?? null,
    accessToken: accessToken ? cipher.encrypt(accessToken) : "",
    refreshToken: refreshToken ? cipher.encrypt(refreshToken) : null,
    refreshTokenExpires: refreshTokenExpires ?? null,
  };
}

function sessionOf(row: SessionRow, cipher: TokenCipher): Session | undefined {
  const accessToken = row.accessToken === "" ? "" : cipher.decrypt(row.accessToken);
  const refreshToken = row.refreshToken === null ? undefined : cipher.decrypt(row.refreshToken);
  if (accessToken === null || refreshToken === null) return undefined;
  const { id, shop, state, isOnline, scope, expires, refreshTokenExpires } = row;
  return new Session({
    id,
    shop,
    state,
    isOnline,
    ...(scope === null ? {} : { scope }),
    ...(expires === null ? {} : { expires }),
    ...(accessToken === "" ? {} : { accessToken }),
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(refreshTokenExpires === null ? {} : { refreshTokenExpires }),
  });
}
