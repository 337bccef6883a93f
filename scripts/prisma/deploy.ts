// npm run db:deploy: brings the database at DATABASE_URL (default: the embedded one) up to date.
import { ensureDatabase } from "../database/ensure-database.ts";
import { deployMigrations } from "./deploy-migrations.ts";

const database = await ensureDatabase();
try {
  await deployMigrations(database.url);
  console.log("The database is up to date.");
} finally {
  await database.stop();
}
