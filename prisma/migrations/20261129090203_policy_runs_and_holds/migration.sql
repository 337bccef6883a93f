-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "from_auto_tier" TEXT,
ADD COLUMN     "from_below_day" INTEGER,
ADD COLUMN     "from_since_day" INTEGER,
ADD COLUMN     "reason" TEXT;
UPDATE "decision" d SET "reason" = CASE r."kind" WHEN 'recalibration' THEN 'cut-offs' WHEN 'program-change' THEN 'rules' ELSE 'order' END
FROM "run" r WHERE r."shop" = d."shop" AND r."id" = d."run_id";
UPDATE "decision" SET "reason" = 'order' WHERE "reason" IS NULL;
ALTER TABLE "decision" ALTER COLUMN "reason" SET NOT NULL;

-- AlterTable
ALTER TABLE "program" ADD COLUMN     "apply_part" TEXT NOT NULL DEFAULT 'all',
ADD COLUMN     "saved_by" TEXT;

-- AlterTable
ALTER TABLE "run" ADD COLUMN     "actor" TEXT,
ADD COLUMN     "customers_changed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "detail" JSONB,
ADD COLUMN     "part" TEXT NOT NULL DEFAULT 'all',
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "undoes_run_id" UUID,
ADD COLUMN     "undone_by_run_id" UUID;
UPDATE "run" r SET
  "decided_at" = coalesce((SELECT max(d."decided_at") FROM "decision" d WHERE d."shop" = r."shop" AND d."run_id" = r."id"), r."finished_at"),
  "customers_changed" = (SELECT count(DISTINCT d."customer_id") FROM "decision" d WHERE d."shop" = r."shop" AND d."run_id" = r."id");
ALTER TABLE "run" ALTER COLUMN "decided_at" SET NOT NULL;

-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "due_decided_day" INTEGER,
ADD COLUMN     "live_calibration_id" UUID,
ADD COLUMN     "recalibrated_day" INTEGER;
-- The newest calibration was the one to score by until now.
UPDATE "shop" s SET "live_calibration_id" = c."id", "recalibrated_day" = c."as_of_day", "due_decided_day" = c."as_of_day"
FROM (SELECT DISTINCT ON ("shop") * FROM "calibration" ORDER BY "shop", "created_at" DESC) c WHERE c."shop" = s."shop";

-- AlterTable
ALTER TABLE "standing" ADD COLUMN     "auto_tier" TEXT,
ADD COLUMN     "below_from_day" INTEGER,
ADD COLUMN     "held_by" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "next_change_day" INTEGER,
ADD COLUMN     "next_group" TEXT,
ADD COLUMN     "next_tier" TEXT,
ADD COLUMN     "tier_since_day" INTEGER;
-- Nobody was held back until now: the tier is what the rules make of a customer, since it was last decided.
UPDATE "standing" st SET "auto_tier" = st."tier_key", "tier_since_day" = (
  SELECT max((d."decided_at" AT TIME ZONE s."time_zone")::date) - DATE '1970-01-01' FROM "decision" d, "shop" s
  WHERE s."shop" = st."shop" AND d."shop" = st."shop" AND d."customer_id" = st."customer_id" AND d."family" = 'tier')
WHERE st."tier_key" IS NOT NULL;

-- CreateTable
CREATE TABLE "program_draft" (
    "shop" TEXT NOT NULL,
    "based_on" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT,

    CONSTRAINT "program_draft_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "shadow_program" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "started_day" INTEGER NOT NULL,

    CONSTRAINT "shadow_program_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "shadow_standing" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "tier_key" TEXT,
    "group_key" TEXT,
    "auto_tier" TEXT,
    "tier_since_day" INTEGER,
    "below_from_day" INTEGER,

    CONSTRAINT "shadow_standing_pkey" PRIMARY KEY ("shop","customer_id")
);

-- CreateTable
CREATE TABLE "label_hold" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "families" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tier_key" TEXT,
    "group_key" TEXT,
    "until_day" INTEGER,
    "reason" TEXT,
    "run_id" UUID NOT NULL,
    "set_by" TEXT,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_hold_pkey" PRIMARY KEY ("shop","customer_id","kind")
);

-- CreateIndex
CREATE INDEX "label_hold_shop_kind_customer_id_idx" ON "label_hold"("shop", "kind", "customer_id");

-- CreateIndex
CREATE INDEX "run_shop_decided_at_id_idx" ON "run"("shop", "decided_at", "id");

-- CreateIndex
CREATE INDEX "standing_shop_next_change_day_customer_id_idx" ON "standing"("shop", "next_change_day", "customer_id");

-- The list of runs folds those of orders into hours, and asks for the others by themselves.
CREATE INDEX "run_not_of_orders_idx" ON "run"("shop", "decided_at", "id") WHERE "kind" <> 'order';
