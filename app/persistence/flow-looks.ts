/** Looks at all customers for what Flow is to hear, beside what it has heard. Whoever is being forgotten is left out. */
import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export interface Look {
  /** Calendar date in shop time, as days since 1970-01-01. */
  today: number;
  /** Whatever is so already counts as told. */
  isQuiet: boolean;
  at: Date;
}

/** True when nothing is noted of `s`. */
function isUnheard(trigger: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM flow_notice n
    WHERE n.shop = s.shop AND n.trigger = ${trigger} AND n.customer_id = s.customer_id)`;
}

function stateOf({ isQuiet }: Look): string {
  return isQuiet ? "told" : "waiting";
}

/**
 * Customers who have come to be at risk, by the last study. Told once: who is judged a little milder and then at risk
 * again has not been away from it. Only who is no longer even late can come to it anew.
 */
export async function lookForRisk(db: Database, shop: string, look: Look): Promise<void> {
  await db.$executeRaw`
    DELETE FROM flow_notice n WHERE n.shop = ${shop} AND n.trigger = 'at-risk' AND n.state = 'told'
      AND NOT EXISTS (SELECT FROM outlook o WHERE o.shop = n.shop AND o.customer_id = n.customer_id
        AND o.risk_level IN ('late', 'at-risk', 'lost'))`;
  await db.$executeRaw`
    INSERT INTO flow_notice (shop, trigger, customer_id, state, id, day, noticed_at)
    SELECT s.shop, 'at-risk', s.customer_id, ${stateOf(look)}, gen_random_uuid(), ${look.today}, ${look.at}
    FROM standing s JOIN outlook o ON o.shop = s.shop AND o.customer_id = s.customer_id
    WHERE s.shop = ${shop} AND o.risk_level IN ('at-risk', 'lost') AND ${isUnheard("at-risk")}
    FOR KEY SHARE OF s ON CONFLICT DO NOTHING`;
}

/**
 * Customers whose tier changes within some days if nothing is bought. Told once: the date moves a little whenever others
 * buy, and the same change, up to as many days later, is not told again.
 */
export async function lookAhead(
  db: Database,
  shop: string,
  daysBefore: number,
  look: Look,
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM flow_notice n USING standing s
    WHERE n.shop = ${shop} AND n.trigger = 'about-to-change' AND n.state = 'told'
      AND s.shop = n.shop AND s.customer_id = n.customer_id
      AND (s.tier_key IS NOT DISTINCT FROM n.from_key AND s.next_tier IS NOT DISTINCT FROM n.to_key
        AND s.next_change_day <= n.day + ${daysBefore}::int) IS NOT TRUE`;
  await db.$executeRaw`
    INSERT INTO flow_notice (shop, trigger, customer_id, state, id, from_key, to_key, day, noticed_at)
    SELECT s.shop, 'about-to-change', s.customer_id, ${stateOf(look)}, gen_random_uuid(), s.tier_key, s.next_tier,
           s.next_change_day, ${look.at}
    FROM standing s
    WHERE s.shop = ${shop} AND s.next_change_day > ${look.today} AND s.next_change_day <= ${look.today + daysBefore}
      AND s.tier_key IS NOT NULL AND s.next_tier IS DISTINCT FROM s.tier_key AND ${isUnheard("about-to-change")}
    FOR KEY SHARE OF s ON CONFLICT DO NOTHING`;
}
