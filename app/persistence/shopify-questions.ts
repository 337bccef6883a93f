import type { ShopifyQuestion } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";

export type { ShopifyQuestion };

/** The question with this text, asked for the first time or again. */
export async function wantAnswer(
  db: Database,
  shop: string,
  query: string,
  at: Date,
): Promise<ShopifyQuestion> {
  return db.shopifyQuestion.upsert({
    where: { shop_query: { shop, query } },
    create: { shop, id: crypto.randomUUID(), query, wantedAt: at },
    update: { wantedAt: at },
  });
}

/** Questions whose last answer is older than a moment, or that have none. */
export async function listQuestionsOlderThan(
  db: Database,
  shop: string,
  moment: Date,
): Promise<ShopifyQuestion[]> {
  return db.shopifyQuestion.findMany({
    where: { shop, OR: [{ answeredAt: null }, { answeredAt: { lt: moment } }] },
    orderBy: { id: "asc" },
  });
}

/** Makes every answer count as old, so that all are asked for again; until then they stand. */
export async function distrustAnswers(tx: Transaction, shop: string): Promise<void> {
  await tx.shopifyQuestion.updateMany({
    where: { shop, answeredAt: { not: null } },
    data: { answeredAt: new Date(0) },
  });
}

/** Those that nobody has wanted since a moment are forgotten with their answers. */
export async function forgetQuestionsNotWantedSince(
  db: Transaction,
  shop: string,
  moment: Date,
): Promise<void> {
  const old = await db.shopifyQuestion.findMany({
    where: { shop, wantedAt: { lt: moment } },
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  await db.shopifyAnswer.deleteMany({ where: { shop, questionId: { in: ids } } });
  await db.shopifyQuestion.deleteMany({ where: { shop, id: { in: ids } } });
}

/** Replaces an answer; of customers we do not know nothing is kept. */
export async function saveAnswer(
  tx: Transaction,
  { shop, id }: ShopifyQuestion,
  customerIds: readonly bigint[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM shopify_answer WHERE shop = ${shop} AND question_id = ${id}::uuid
      AND NOT customer_id = ANY(${[...customerIds]}::bigint[])`;
  await tx.$executeRaw`
    INSERT INTO shopify_answer (shop, question_id, customer_id)
    SELECT s.shop, ${id}::uuid, s.customer_id FROM standing s
    WHERE s.shop = ${shop} AND s.customer_id = ANY(${[...customerIds]}::bigint[])
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE shopify_question SET answered_at = ${at}, problem = NULL, customers = (
      SELECT count(*) FROM shopify_answer WHERE shop = ${shop} AND question_id = ${id}::uuid)
    WHERE shop = ${shop} AND id = ${id}::uuid`;
}

/** What Shopify holds against a question. Nobody is in the answer then. */
export async function refuseAnswer(
  tx: Transaction,
  { shop, id }: ShopifyQuestion,
  problem: string,
  at: Date,
): Promise<void> {
  await tx.shopifyAnswer.deleteMany({ where: { shop, questionId: id } });
  await tx.shopifyQuestion.updateMany({
    where: { shop, id },
    data: { answeredAt: at, problem, customers: 0 },
  });
}
