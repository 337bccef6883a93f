-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "api_budget_at" TIMESTAMPTZ(3),
ADD COLUMN     "orders_swept_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reconciliation" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "progress_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "operation_id" BIGINT,
    "as_of" TIMESTAMPTZ(3),
    "orders_total" INTEGER,
    "orders_seen" INTEGER NOT NULL DEFAULT 0,
    "orders_repaired" INTEGER NOT NULL DEFAULT 0,
    "orders_deleted" INTEGER NOT NULL DEFAULT 0,
    "customers_forgotten" INTEGER NOT NULL DEFAULT 0,
    "order_ids" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
    "longest_lag_seconds" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "reconciliation_shop_kind_requested_at_idx" ON "reconciliation"("shop", "kind", "requested_at");

-- One at a time of a kind: whoever asks for one that is under way gets that one.
CREATE UNIQUE INDEX "reconciliation_unfinished_idx" ON "reconciliation"("shop", "kind") WHERE "finished_at" IS NULL;
