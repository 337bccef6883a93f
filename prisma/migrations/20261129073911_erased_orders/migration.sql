-- CreateTable
CREATE TABLE "erased_order" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,

    CONSTRAINT "erased_order_pkey" PRIMARY KEY ("shop","order_id")
);
