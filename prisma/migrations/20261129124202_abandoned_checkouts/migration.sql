-- CreateTable
CREATE TABLE "abandoned_checkout" (
    "shop" TEXT NOT NULL,
    "checkout_id" BIGINT NOT NULL,
    "customer_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "total_minor_units" BIGINT NOT NULL,

    CONSTRAINT "abandoned_checkout_pkey" PRIMARY KEY ("shop","checkout_id")
);

-- CreateTable
CREATE TABLE "abandoned_product" (
    "shop" TEXT NOT NULL,
    "checkout_id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "minor_units" BIGINT NOT NULL,

    CONSTRAINT "abandoned_product_pkey" PRIMARY KEY ("shop","checkout_id","product_id")
);

-- CreateTable
CREATE TABLE "interest_trait" (
    "shop" TEXT NOT NULL,
    "trait" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,

    CONSTRAINT "interest_trait_pkey" PRIMARY KEY ("shop","trait","customer_id")
);

-- CreateTable
CREATE TABLE "interest_study" (
    "shop" TEXT NOT NULL,
    "reads_checkouts" BOOLEAN NOT NULL DEFAULT false,
    "swept_until" TIMESTAMPTZ(3),
    "sweep_started_at" TIMESTAMPTZ(3),
    "sweep_checkout_id" BIGINT,
    "problem" TEXT,
    "studied_at" TIMESTAMPTZ(3),

    CONSTRAINT "interest_study_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE INDEX "abandoned_checkout_shop_customer_id_idx" ON "abandoned_checkout"("shop", "customer_id");

-- CreateIndex
CREATE INDEX "abandoned_checkout_shop_created_at_idx" ON "abandoned_checkout"("shop", "created_at");

-- CreateIndex
CREATE INDEX "interest_trait_shop_customer_id_idx" ON "interest_trait"("shop", "customer_id");
