import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../project-folder.ts";

const migrationsFolder = join(projectFolder, "prisma", "migrations");

/** Names of all migrations, in the order in which they are applied. */
export async function listMigrations(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Returns the path of the new file, relative to the project. */
export async function writeMigration(name: string, sql: string, now: Date): Promise<string> {
  const timestamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = `${timestamp}_${name}`;
  await mkdir(join(migrationsFolder, folder), { recursive: true });
  await writeFile(join(migrationsFolder, "migration_lock.toml"), 'provider = "postgresql"\n');
  await writeFile(join(migrationsFolder, folder, "migration.sql"), sql);
  return join("prisma", "migrations", folder, "migration.sql");
}
