-- CreateTable
CREATE TABLE "publication_mark" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "publication_mark_pkey" PRIMARY KEY ("shop","customer_id")
);
