-- AlterTable
ALTER TABLE "calibration" ADD COLUMN     "study" JSONB;

-- AlterTable
ALTER TABLE "order_import" ADD COLUMN     "rows_done" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "channel" TEXT,
ADD COLUMN     "country_code" TEXT,
ADD COLUMN     "discount_minor_units" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "first_source" TEXT,
ADD COLUMN     "last_source" TEXT,
ADD COLUMN     "lines_by_import" TIMESTAMPTZ(3),
ADD COLUMN     "used_discount" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "order_line" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "line_id" BIGINT NOT NULL,
    "product_id" BIGINT,
    "quantity" INTEGER NOT NULL,
    "returned_quantity" INTEGER NOT NULL,
    "unit_minor_units" BIGINT NOT NULL,
    "net_minor_units" BIGINT NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("shop","order_id","line_id")
);

-- CreateTable
CREATE TABLE "product" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "product_type" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("shop","product_id")
);

-- CreateTable
CREATE TABLE "outlook" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "model" TEXT,
    "p_buy_90d" DOUBLE PRECISION,
    "p_buy_180d" DOUBLE PRECISION,
    "expected_orders_365d" DOUBLE PRECISION,
    "expected_spend_365d" DOUBLE PRECISION,
    "spend_low_365d" DOUBLE PRECISION,
    "spend_high_365d" DOUBLE PRECISION,
    "next_order_on" DATE,
    "risk_level" TEXT,
    "risk_reason" JSONB,
    "traits" TEXT[],
    "trait_evidence" JSONB,
    "cross_sell" TEXT[],

    CONSTRAINT "outlook_pkey" PRIMARY KEY ("shop","customer_id")
);

