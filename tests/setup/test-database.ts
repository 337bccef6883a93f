import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { urlOfDatabase } from "../../scripts/database/url-of-database.ts";
import { onServer, testDatabasePrefix } from "./test-databases-on-server.ts";

export interface TestDatabase {
  /** For `connectDatabase(url)`, or DATABASE_URL of a program under test. */
  url: string;
  /** Also ends connections that are still open. What a test forgets to drop goes at the end of the run. */
  drop: () => Promise<void>;
}

/** An empty, migrated database of one's own; some tens of milliseconds. For projects "integration" and "e2e". */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject("templateUrl");
  const maintenance = urlOfDatabase(template, "postgres");
  const templateName = new URL(template).pathname.slice(1);
  const name = `${testDatabasePrefix}${inject("testRunOwner")}_${randomUUID().replaceAll("-", "")}`;
  await onServer(maintenance, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`),
  );
  return {
    url: urlOfDatabase(template, name),
    drop: async () => {
      await onServer(maintenance, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
}
