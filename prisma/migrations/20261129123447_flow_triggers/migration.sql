-- CreateTable
CREATE TABLE "flow_trigger" (
    "shop" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "after_rule_changes" BOOLEAN NOT NULL DEFAULT false,
    "days_before" INTEGER NOT NULL DEFAULT 7,
    "looked_day" INTEGER,
    "looked_version" INTEGER,
    "looked_calibration_id" UUID,
    "problem" TEXT,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "last_sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_trigger_pkey" PRIMARY KEY ("shop","trigger")
);

-- CreateTable
CREATE TABLE "flow_notice" (
    "shop" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "from_key" TEXT,
    "to_key" TEXT,
    "reason" TEXT,
    "day" INTEGER,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_notice_pkey" PRIMARY KEY ("shop","trigger","customer_id","state")
);

-- CreateIndex
CREATE INDEX "flow_notice_shop_state_idx" ON "flow_notice"("shop", "state");
