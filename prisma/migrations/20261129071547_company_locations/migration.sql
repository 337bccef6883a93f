-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "company_location_id" BIGINT;
CREATE INDEX "orders_company_location_idx" ON "orders"("shop", "company_location_id") WHERE "company_location_id" IS NOT NULL;
