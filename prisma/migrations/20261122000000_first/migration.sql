-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "access_token" TEXT NOT NULL,
    "refresh_token" TEXT,
    "refresh_token_expires" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "shop" TEXT NOT NULL,
    "currency_code" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "live_program_version" INTEGER NOT NULL,
    "setup_dismissed_at" TIMESTAMPTZ(3),
    "money_confirmed_at" TIMESTAMPTZ(3),
    "tiers_chosen_at" TIMESTAMPTZ(3),
    "publish_tags" BOOLEAN NOT NULL DEFAULT false,
    "publish_metafields" BOOLEAN NOT NULL DEFAULT false,
    "publish_segments" BOOLEAN NOT NULL DEFAULT false,
    "top_tier_discount_percent" INTEGER,
    "api_budget_available" INTEGER,
    "api_budget_maximum" INTEGER,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "orders" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "customer_id" BIGINT,
    "name" TEXT NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "test" BOOLEAN NOT NULL,
    "total_minor_units" BIGINT NOT NULL,
    "refunded_minor_units" BIGINT NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "dirty_customer" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "dirty_customer_pkey" PRIMARY KEY ("shop","customer_id")
);

-- CreateTable
CREATE TABLE "program" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "program_pkey" PRIMARY KEY ("shop","version")
);

-- CreateTable
CREATE TABLE "calibration" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "program_version" INTEGER NOT NULL,
    "as_of_day" INTEGER NOT NULL,
    "ranked_customers" INTEGER NOT NULL,
    "ladders" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calibration_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "run" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "program_version" INTEGER NOT NULL,
    "calibration_id" UUID,
    "customers_scored" INTEGER NOT NULL,
    "decisions" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "shop" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "family" TEXT NOT NULL,
    "from_key" TEXT,
    "to_key" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("shop","run_id","customer_id","family")
);

-- CreateTable
CREATE TABLE "standing" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "tier_key" TEXT,
    "group_key" TEXT,
    "stage" TEXT,
    "recency_score" SMALLINT,
    "frequency_score" SMALLINT,
    "monetary_score" SMALLINT,
    "value_e4" INTEGER NOT NULL DEFAULT -1,
    "counted_orders" INTEGER NOT NULL,
    "net_minor_units" BIGINT NOT NULL,
    "window_orders" INTEGER NOT NULL,
    "window_net_minor_units" BIGINT NOT NULL,
    "last_order_at" TIMESTAMPTZ(3),

    CONSTRAINT "standing_pkey" PRIMARY KEY ("shop","customer_id")
);

-- CreateTable
CREATE TABLE "publication" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "possible_tags" TEXT[],
    "confirmed_tags" TEXT[],
    "metafields_hash" TEXT,
    "problem" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("shop","customer_id")
);

-- CreateTable
CREATE TABLE "published_segment" (
    "shop" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "label_key" TEXT NOT NULL,
    "segment_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "published_segment_pkey" PRIMARY KEY ("shop","family","label_key")
);

-- CreateTable
CREATE TABLE "published_discount" (
    "shop" TEXT NOT NULL,
    "tier_key" TEXT NOT NULL,
    "discount_id" BIGINT NOT NULL,
    "segment_id" BIGINT NOT NULL,
    "percent" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "published_discount_pkey" PRIMARY KEY ("shop","tier_key")
);

-- CreateTable
CREATE TABLE "bulk_write" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "operation_id" BIGINT,
    "lines" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulk_write_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "order_import" (
    "shop" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "operation_id" BIGINT,
    "result_url" TEXT,
    "orders_total" INTEGER,
    "orders_done" INTEGER NOT NULL DEFAULT 0,
    "progress_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "order_import_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "shop" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("shop","webhook_id")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE INDEX "orders_shop_customer_id_processed_at_idx" ON "orders"("shop", "customer_id", "processed_at");

-- CreateIndex
CREATE INDEX "calibration_shop_created_at_idx" ON "calibration"("shop", "created_at");

-- CreateIndex
CREATE INDEX "run_shop_finished_at_idx" ON "run"("shop", "finished_at");

-- CreateIndex
CREATE INDEX "decision_shop_customer_id_decided_at_idx" ON "decision"("shop", "customer_id", "decided_at");

-- CreateIndex
CREATE INDEX "decision_shop_decided_at_idx" ON "decision"("shop", "decided_at");

-- CreateIndex
CREATE INDEX "standing_shop_value_e4_customer_id_idx" ON "standing"("shop", "value_e4", "customer_id");

-- CreateIndex
CREATE INDEX "standing_shop_tier_key_value_e4_customer_id_idx" ON "standing"("shop", "tier_key", "value_e4", "customer_id");

-- CreateIndex
CREATE INDEX "standing_shop_group_key_value_e4_customer_id_idx" ON "standing"("shop", "group_key", "value_e4", "customer_id");

-- CreateIndex
CREATE INDEX "inbox_event_shop_received_at_idx" ON "inbox_event"("shop", "received_at");

