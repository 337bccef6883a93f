import { deployMigrations } from "../prisma/deploy-migrations.ts";
import { createDatabase } from "./create-database.ts";
import { resetDatabase } from "./reset-database.ts";
import { urlOfDatabase } from "./url-of-database.ts";

/** A database with the app's tables and nothing in them; what it held before is forgotten. Returns its address. */
export async function makeEmptyDatabase(serverUrl: string, name: string): Promise<string> {
  await createDatabase(serverUrl, name);
  const url = urlOfDatabase(serverUrl, name);
  await resetDatabase(url);
  await deployMigrations(url);
  return url;
}
