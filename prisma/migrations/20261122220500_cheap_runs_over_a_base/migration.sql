-- A run over the base writes a decision or two for everybody: one index in the order of writing, one that costs nothing,
-- and one of moves alone, which lists ask for.
ALTER TABLE "decision" DROP CONSTRAINT "decision_pkey",
ADD CONSTRAINT "decision_pkey" PRIMARY KEY ("shop", "customer_id", "run_id", "family");
DROP INDEX "decision_shop_customer_id_decided_at_idx";
DROP INDEX "decision_shop_decided_at_idx";
CREATE INDEX "decision_shop_run_id_idx" ON "decision" USING BRIN ("shop", "run_id");
CREATE INDEX "decision_moves_idx" ON "decision"("shop", "decided_at") WHERE "from_key" IS NOT NULL;

-- Everybody's value moves a little with everybody else's orders. Room on each page and no index on the exact value make
-- that an update in place.
ALTER TABLE "standing" ADD COLUMN "value_band" SMALLINT NOT NULL DEFAULT -1;
UPDATE "standing" SET "value_band" = CASE WHEN "value_e4" < 0 THEN -1 ELSE "value_e4" / 10000 END;
DROP INDEX "standing_shop_value_e4_customer_id_idx";
DROP INDEX "standing_shop_tier_key_value_e4_customer_id_idx";
DROP INDEX "standing_shop_group_key_value_e4_customer_id_idx";
CREATE INDEX "standing_shop_value_band_idx" ON "standing"("shop", "value_band");
ALTER TABLE "standing" SET (fillfactor = 50);
