-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "is_gift_card" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "extras_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "presentment_currency" TEXT,
ADD COLUMN     "removed_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "shipping_left_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "shipping_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "shipping_tax_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "tax_left_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "tax_minor_units" BIGINT NOT NULL DEFAULT 0;

-- Few lines are gift cards: what programs that leave them out have to look for.
CREATE INDEX "order_line_gift_cards_idx" ON "order_line"("shop", "order_id") WHERE "is_gift_card";
