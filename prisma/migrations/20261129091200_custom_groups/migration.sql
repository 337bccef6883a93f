-- CreateTable
CREATE TABLE "custom_group" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rule" JSONB,
    "origin" JSONB,
    "publish_tag" BOOLEAN NOT NULL DEFAULT false,
    "publish_segment" BOOLEAN NOT NULL DEFAULT false,
    "customers" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "renewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "custom_group_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "custom_group_member" (
    "shop" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "customer_id" BIGINT NOT NULL,

    CONSTRAINT "custom_group_member_pkey" PRIMARY KEY ("shop","group_id","customer_id")
);

-- CreateTable
CREATE TABLE "custom_group_size" (
    "shop" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "custom_group_size_pkey" PRIMARY KEY ("shop","group_id","day")
);

-- CreateTable
CREATE TABLE "shopify_question" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "wanted_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "customers" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "shopify_question_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "shopify_answer" (
    "shop" TEXT NOT NULL,
    "question_id" UUID NOT NULL,
    "customer_id" BIGINT NOT NULL,

    CONSTRAINT "shopify_answer_pkey" PRIMARY KEY ("shop","question_id","customer_id")
);

-- CreateTable
CREATE TABLE "shopify_group" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "group_key" TEXT NOT NULL,

    CONSTRAINT "shopify_group_pkey" PRIMARY KEY ("shop","customer_id")
);

-- CreateTable
CREATE TABLE "shopify_group_reading" (
    "shop" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "operation_id" BIGINT,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "shopify_group_reading_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE UNIQUE INDEX "custom_group_shop_key_key" ON "custom_group"("shop", "key");

-- CreateIndex
CREATE INDEX "custom_group_member_shop_customer_id_idx" ON "custom_group_member"("shop", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "shopify_question_shop_query_key" ON "shopify_question"("shop", "query");

-- CreateIndex
CREATE INDEX "shopify_answer_shop_customer_id_idx" ON "shopify_answer"("shop", "customer_id");
