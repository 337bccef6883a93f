-- Bulk writes under way are forgotten: the ledger knows what is missing without them.
DELETE FROM "bulk_write";

-- AlterTable
ALTER TABLE "bulk_write" ADD COLUMN     "lines_done" INTEGER NOT NULL DEFAULT 0,
DROP COLUMN "lines",
ADD COLUMN     "lines" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "standing_digest" TEXT,
ADD COLUMN     "tag_count" SMALLINT,
ADD COLUMN     "tier_digest" TEXT;

-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "api_budget_restore_rate" INTEGER,
ADD COLUMN     "bulk_lines_per_second" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "bulk_line" (
    "shop" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "write_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "tags" TEXT[],
    "hash" TEXT,

    CONSTRAINT "bulk_line_pkey" PRIMARY KEY ("shop","step","customer_id")
);

-- CreateIndex
CREATE INDEX "bulk_line_shop_write_id_idx" ON "bulk_line"("shop", "write_id");
