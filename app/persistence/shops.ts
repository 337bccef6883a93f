import type { Shop } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { Shop };

export interface ShopFacts {
  currencyCode: string;
  timeZone: string;
}

/** Remembers an installation. A shop that comes back keeps its settings. */
export async function saveInstallation(
  db: Database,
  shop: string,
  facts: ShopFacts,
  at: Date,
): Promise<Shop> {
  return db.shop.upsert({
    where: { shop },
    create: { shop, ...facts, installedAt: at, liveProgramVersion: 1 },
    update: { ...facts, uninstalledAt: null },
  });
}

export async function findShop(db: Database, shop: string): Promise<Shop | null> {
  return db.shop.findUnique({ where: { shop } });
}

/** The shop, when Echelon is installed there now. */
export async function findInstalledShop(db: Database, shop: string): Promise<Shop | null> {
  return db.shop.findFirst({ where: { shop, uninstalledAt: null } });
}

export async function listInstalledShops(db: Database): Promise<Shop[]> {
  return db.shop.findMany({ where: { uninstalledAt: null }, orderBy: { shop: "asc" } });
}

export async function updateShop(
  db: Database,
  shop: string,
  changes: Partial<Omit<Shop, "shop">>,
): Promise<void> {
  await db.shop.update({ where: { shop }, data: changes });
}

/** Ends access at once: the tokens of an uninstalled shop are worthless, and must not stay. */
export async function saveUninstallation(db: Database, shop: string, at: Date): Promise<void> {
  await db.session.deleteMany({ where: { shop } });
  await db.shop.updateMany({ where: { shop, uninstalledAt: null }, data: { uninstalledAt: at } });
}

/** Forgets everything about a shop: what `shop/redact` asks for. */
export async function eraseShop(db: Database, shop: string): Promise<void> {
  const where = { shop };
  await db.session.deleteMany({ where });
  await db.order.deleteMany({ where });
  await db.orderLine.deleteMany({ where });
  await db.deletedOrder.deleteMany({ where });
  await db.erasedOrder.deleteMany({ where });
  await db.product.deleteMany({ where });
  await db.dirtyCustomer.deleteMany({ where });
  await db.standing.deleteMany({ where });
  await db.outlook.deleteMany({ where });
  await db.interestCount.deleteMany({ where });
  await db.interestTrait.deleteMany({ where });
  await db.interestStudy.deleteMany({ where });
  await db.abandonedProduct.deleteMany({ where });
  await db.abandonedCheckout.deleteMany({ where });
  await db.decision.deleteMany({ where });
  await db.run.deleteMany({ where });
  await db.calibration.deleteMany({ where });
  await db.program.deleteMany({ where });
  await db.programDraft.deleteMany({ where });
  await db.shadowProgram.deleteMany({ where });
  await db.shadowStanding.deleteMany({ where });
  await db.labelHold.deleteMany({ where });
  await db.handAct.deleteMany({ where });
  await db.handActCustomer.deleteMany({ where });
  await db.publication.deleteMany({ where });
  await db.publicationMark.deleteMany({ where });
  await db.publishedSegment.deleteMany({ where });
  await db.bulkLine.deleteMany({ where });
  await db.discount.deleteMany({ where });
  await db.drift.deleteMany({ where });
  await db.bulkWrite.deleteMany({ where });
  await db.orderImport.deleteMany({ where });
  await db.estimate.deleteMany({ where });
  await db.privacyRequest.deleteMany({ where });
  await db.reconciliation.deleteMany({ where });
  await db.inboxEvent.deleteMany({ where });
  await db.flowActionRun.deleteMany({ where });
  await db.memberImportAddress.deleteMany({ where });
  await db.memberImport.deleteMany({ where });
  await db.customGroupMember.deleteMany({ where });
  await db.customGroupSize.deleteMany({ where });
  await db.customGroup.deleteMany({ where });
  await db.shopifyAnswer.deleteMany({ where });
  await db.shopifyQuestion.deleteMany({ where });
  await db.shopifyGroup.deleteMany({ where });
  await db.shopifyGroupReading.deleteMany({ where });
  await db.flowNotice.deleteMany({ where });
  await db.flowTrigger.deleteMany({ where });
  await db.shop.deleteMany({ where });
}

/** Shops that left before a moment. Shopify asks to forget a shop two days after it left; this is for when it does not. */
export async function listShopsGoneBefore(db: Database, moment: Date): Promise<string[]> {
  const rows = await db.shop.findMany({
    where: { uninstalledAt: { lt: moment } },
    select: { shop: true },
  });
  return rows.map(({ shop }) => shop);
}
