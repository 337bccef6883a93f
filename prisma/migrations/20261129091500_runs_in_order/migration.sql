-- Ids of runs ascend in time (UUID version 7), so that what was decided last is what the highest id decided. Those there
-- are get such ids by when they finished.
CREATE TEMPORARY TABLE "renamed" ON COMMIT DROP AS
SELECT "shop", "id" AS "old", encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(floor(extract(epoch FROM "finished_at") * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid AS "new"
FROM "run";
UPDATE "decision" d SET "run_id" = r."new" FROM "renamed" r WHERE r."shop" = d."shop" AND r."old" = d."run_id";
UPDATE "run" SET "id" = r."new" FROM "renamed" r WHERE r."shop" = "run"."shop" AND r."old" = "run"."id";

-- Runs of orders that moved somebody, by time: the list folds them into hours.
CREATE INDEX "run_of_orders_idx" ON "run"("shop", "decided_at", "id") WHERE "kind" = 'order' AND "customers_changed" > 0;
DROP INDEX "run_shop_decided_at_id_idx";
