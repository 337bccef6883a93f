-- AlterTable
ALTER TABLE "published_segment" ADD COLUMN     "found_name" TEXT,
ADD COLUMN     "gone_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_left" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "keeps_name" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "clean_up_customers" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "clean_up_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "drift_base" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "drift_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "drift_checked_day" INTEGER,
ADD COLUMN     "drift_found" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "drift_sample" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "dry_run" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "naming_locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "report_drift_only" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "drift" (
    "shop" TEXT NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "expected_tags" TEXT[],
    "found_tags" TEXT[],
    "fields_differ" BOOLEAN NOT NULL,
    "noticed_by" TEXT NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,
    "is_compared" BOOLEAN NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "drift_pkey" PRIMARY KEY ("shop","customer_id")
);
