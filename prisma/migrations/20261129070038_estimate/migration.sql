-- CreateTable
CREATE TABLE "estimate" (
    "shop" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "customers_read" INTEGER NOT NULL,
    "is_whole" BOOLEAN NOT NULL,
    "ranked_customers" INTEGER NOT NULL,
    "tiers" JSONB NOT NULL,
    "groups" JSONB NOT NULL,

    CONSTRAINT "estimate_pkey" PRIMARY KEY ("shop")
);
