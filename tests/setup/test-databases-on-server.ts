import { Client } from "pg";

/** Test databases are named `echelon_test_<process id>_…`, so that those of a killed run are found again. */
export const testDatabasePrefix = "echelon_test_";

/** Process id of the run that made a test database; null for any other database. */
export function ownerOf(databaseName: string): number | null {
  if (!databaseName.startsWith(testDatabasePrefix)) return null;
  return Number.parseInt(databaseName.slice(testDatabasePrefix.length), 10);
}

export async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
