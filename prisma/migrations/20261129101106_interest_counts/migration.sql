-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "pixel_account" TEXT,
ADD COLUMN     "pixel_id" BIGINT;

-- CreateTable
CREATE TABLE "interest_count" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "day" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "times" INTEGER NOT NULL,

    CONSTRAINT "interest_count_pkey" PRIMARY KEY ("shop","customer_id","day","kind","subject")
);

-- CreateIndex
CREATE INDEX "interest_count_shop_day_idx" ON "interest_count"("shop", "day");
