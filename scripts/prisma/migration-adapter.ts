import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  isDriverAdapterError,
  type ColumnType,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { Client, type PoolConfig } from "pg";

// Every repair that Prisma 6.19's command line needs to work on its JavaScript engine, that is, without
// downloading native programs. The running app uses the plain adapter. tests/integration/prisma-repairs.test.ts
// fails for each repair that a newer release makes unnecessary.

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The adapter with which `prisma migrate` reaches PostgreSQL. */
export function createMigrationAdapter(config: PoolConfig): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: async () => repair(await new PrismaPg(config).connect()),
    connectToShadowDb: () => connectToShadowDatabase(config),
  };
}

/**
 * Repair: the stock shadow connection drops its database while its own pool is still connected to it, which
 * PostgreSQL refuses; and given a connection string it works on the main database instead.
 */
async function connectToShadowDatabase(config: PoolConfig): Promise<Adapter> {
  const database = `echelon_shadow_${randomUUID()}`;
  await runOnce(config, `CREATE DATABASE "${database}"`);
  const adapter = repair(await new PrismaPg({ ...config, database }).connect());
  const disconnect = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await disconnect();
    await runOnce(config, `DROP DATABASE "${database}" WITH (FORCE)`);
  };
  return adapter;
}

function repair(adapter: Adapter): Adapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    try {
      return await queryRaw(query);
    } catch (error) {
      if (!isUnsupportedType(error)) throw error;
      return readCatalog(adapter, query);
    }
  };
  // Repair: the stock one splits at every ";", also inside a function body, and leaves half a migration.
  // A text without arguments goes to PostgreSQL whole, as one implicit transaction.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  return adapter;
}

function isUnsupportedType(error: unknown): boolean {
  return isDriverAdapterError(error) && error.cause.kind === "UnsupportedNativeDataType";
}

/**
 * Repair: the engine reads the system catalog, whose types `name` (19) and `"char"` (18) the adapter does not
 * know. Such a query is read again here; `"char"` must arrive as Character, the engine gives up on Text.
 */
async function readCatalog(adapter: Adapter, query: SqlQuery): Promise<SqlResultSet> {
  const { fields, rows } = await adapter
    .underlyingDriver()
    .query<unknown[]>({ text: query.sql, values: [...query.args], rowMode: "array" });
  return {
    columnNames: fields.map((field) => field.name),
    columnTypes: fields.map((field) => catalogColumnType(field.dataTypeID)),
    rows,
  };
}

const catalogColumnTypes = new Map<number, ColumnType>([
  [16, ColumnTypeEnum.Boolean],
  [18, ColumnTypeEnum.Character],
  [19, ColumnTypeEnum.Text],
  [20, ColumnTypeEnum.Int64],
  [21, ColumnTypeEnum.Int32],
  [23, ColumnTypeEnum.Int32],
  [25, ColumnTypeEnum.Text],
  [26, ColumnTypeEnum.Int64],
  [1009, ColumnTypeEnum.TextArray],
  [1043, ColumnTypeEnum.Text],
]);

function catalogColumnType(typeId: number): ColumnType {
  const columnType = catalogColumnTypes.get(typeId);
  if (columnType === undefined) {
    throw new Error(
      `The system catalog answered with type ${typeId}. Add it to catalogColumnTypes.`,
    );
  }
  return columnType;
}

async function runOnce(config: PoolConfig, sql: string): Promise<void> {
  const client = new Client(config);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Repair: the engine gives up waiting for its migration lock after 10 s with a timer that it never clears, so
 * that `deploy` would end 10 s after its work. Such a timer does not keep the process alive any more.
 */
export function releaseTheLockTimer(): void {
  const lockTimeoutMs = 10_000;
  const schedule = globalThis.setTimeout;
  function setTimeout(
    callback: (...args: unknown[]) => void,
    delayMs?: number,
    ...args: unknown[]
  ) {
    const timer = schedule(callback, delayMs, ...args);
    if (delayMs === lockTimeoutMs) timer.unref();
    return timer;
  }
  globalThis.setTimeout = Object.assign(setTimeout, schedule);
}
