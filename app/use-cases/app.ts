import type { Logger } from "pino";
import type { Enqueue } from "../jobs/enqueue.ts";
import type { PrismaClient } from "../persistence/database.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import type { TokenCipher } from "../shopify/token-cipher.ts";

/** What every use case works with. Built once per process, in app/composition.server.ts. */
export interface App {
  db: PrismaClient;
  enqueue: Enqueue;
  /** Business time: the moment scores, decisions and dates are about. Not for leases, tokens or timing. */
  now(): Promise<Date>;
  /** Shopify's Admin API of one shop, with a token that is refreshed when it must be. */
  adminOf(shop: string): Promise<AdminClient>;
  /** Encrypts what may be kept for a short while only. */
  seal: Pick<TokenCipher, "encrypt" | "decrypt">;
  /** Runs the work while no process runs any other under the same name. */
  runAlone<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  log: Logger;
}
