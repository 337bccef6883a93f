-- AlterTable
ALTER TABLE "outlook" DROP COLUMN "spend_high_365d",
DROP COLUMN "spend_low_365d";

-- CreateIndex
CREATE INDEX "outlook_shop_risk_level_traits_customer_id_idx" ON "outlook"("shop", "risk_level", "traits", "customer_id");
