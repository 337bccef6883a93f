/** A program beside the live one, and where its customers would stand by it. */
import type { Prisma, ShadowProgram } from "../generated/prisma/client.ts";
import { copyIn, copyOut, quoted } from "./copy/copy-streams.ts";
import { encodeRows } from "./copy/copy-writer.ts";
import { connectionOf } from "./copy/lent-connections.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { Database, PrismaClient, Transaction } from "./database.ts";

export type { ShadowProgram };

/** What the shadow program makes of a customer. Days are calendar dates in shop time, since 1970-01-01. */
export interface ShadowFigures {
  tier: string | null;
  group: string | null;
  autoTier: string | null;
  tierSinceDay: number | null;
  belowFromDay: number | null;
}

export async function readShadowProgram(db: Database, shop: string): Promise<ShadowProgram | null> {
  return db.shadowProgram.findUnique({ where: { shop } });
}

/** Begins anew: where customers stood by another one is forgotten. */
export async function saveShadowProgram(
  tx: Transaction,
  shadow: Omit<ShadowProgram, "definition"> & { definition: Prisma.InputJsonValue },
): Promise<void> {
  await deleteShadowProgram(tx, shadow.shop);
  await tx.shadowProgram.create({ data: shadow });
}

export async function deleteShadowProgram(tx: Transaction, shop: string): Promise<void> {
  await tx.shadowStanding.deleteMany({ where: { shop } });
  await tx.shadowProgram.deleteMany({ where: { shop } });
}

/** Where everybody would stand. Customers who are in no row yet get one. */
export async function readShadowStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  take: (row: number, stood: ShadowFigures) => void,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  const query = `SELECT ${columns} FROM shadow_standing WHERE shop = ${quoted(connection, shop)}`;
  await copyOut(connection, query, (rows) => {
    take(customers.add(rows.highHalf(0), rows.lowHalf(0)), {
      tier: rows.text(1),
      group: rows.text(2),
      autoTier: rows.text(3),
      tierSinceDay: rows.integerOrNull(4),
      belowFromDay: rows.integerOrNull(5),
    });
  });
}

/** In the place of those there were. Cheapest by ascending id. */
export async function replaceShadowStandings(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  rows: Uint32Array,
  figuresAt: (row: number) => ShadowFigures,
): Promise<void> {
  await tx.shadowStanding.deleteMany({ where: { shop } });
  const bytes = encodeRows(rows, (writer, row) => {
    const { tier, group, autoTier, tierSinceDay, belowFromDay } = figuresAt(row);
    writer.startRow(7);
    writer.word(shop);
    customers.writeId(writer, row);
    writer.word(tier);
    writer.word(group);
    writer.word(autoTier);
    writer.integerOrNull(tierSinceDay);
    writer.integerOrNull(belowFromDay);
  });
  await copyIn(await connectionOf(db, tx), `shadow_standing (shop, ${columns})`, bytes);
}

const columns = "customer_id, tier_key, group_key, auto_tier, tier_since_day, below_from_day";
