import { runPrisma } from "./run-prisma.ts";

export type MigrationDiff =
  | { kind: "in-step" }
  /** `sql` would bring a database with all migrations to the schema. */
  | { kind: "differs"; sql: string }
  | { kind: "failed"; message: string };

/**
 * Compares prisma/migrations, run on an empty database, with prisma/schema.prisma. The server at `url` must
 * let the account create databases: a temporary one is made beside it.
 */
export async function diffMigrations(url: string): Promise<MigrationDiff> {
  const { exitCode, stdout, stderr } = await runPrisma(
    [
      ...["migrate", "diff", "--script", "--exit-code"],
      ...["--from-migrations", "prisma/migrations"],
      ...["--to-schema-datamodel", "prisma/schema.prisma"],
    ],
    url,
  );
  switch (exitCode) {
    case 0:
      return { kind: "in-step" };
    case 2:
      return { kind: "differs", sql: stdout };
    default:
      return { kind: "failed", message: (stderr + stdout).trim() };
  }
}
