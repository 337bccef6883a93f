-- An order deleted in Shopify must not come back with a late answer; two answers of one moment that differ are a reason
-- to ask again.
ALTER TABLE "orders" ADD COLUMN "doubted_at" TIMESTAMPTZ(6);
CREATE INDEX "orders_doubted_idx" ON "orders"("shop", "doubted_at") WHERE "doubted_at" IS NOT NULL;

CREATE TABLE "deleted_order" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deleted_order_pkey" PRIMARY KEY ("shop","order_id")
);
