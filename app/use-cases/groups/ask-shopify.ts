import {
  forgetQuestionsNotWantedSince,
  listQuestionsOlderThan,
  refuseAnswer,
  saveAnswer,
} from "../../persistence/shopify-questions.ts";
import { listSegmentMembers } from "../../shopify/list-segment-members.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { answersOlderThan } from "./answer-age.ts";

/** A question only an editor asked is kept this long. */
const wantedDays = 2;

/** Asks Shopify what has no answer yet or an old one, and has the groups worked out by the answers. */
export async function askShopify(app: App, shop: string, signal: AbortSignal): Promise<void> {
  if ((await findOpenShop(app, shop)) === null) return;
  const admin = await app.adminOf(shop);
  const questions = await listQuestionsOlderThan(app.db, shop, answersOlderThan());
  for (const question of questions) {
    signal.throwIfAborted();
    const members = await listSegmentMembers(admin, question.query, signal);
    await app.db.$transaction(async (tx) => {
      if (members.kind === "refused") await refuseAnswer(tx, question, members.message, new Date());
      else await saveAnswer(tx, question, members.customerIds, new Date());
    });
  }
  await app.db.$transaction(async (tx) => {
    const forgotten = new Date(Date.now() - wantedDays * 86_400_000);
    await forgetQuestionsNotWantedSince(tx, shop, forgotten);
    if (questions.length > 0) await app.enqueue(tx, "renew-groups", { shop });
  });
}
