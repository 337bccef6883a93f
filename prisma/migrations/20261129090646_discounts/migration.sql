-- CreateTable
CREATE TABLE "discount" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "label_key" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "end_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "shopify_id" BIGINT,
    "published" JSONB,
    "redemptions" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "discount_pkey" PRIMARY KEY ("shop","id")
);

-- The setting "so many percent for the top tier" becomes the first of the shop's discounts. What is in Shopify stays as
-- it is: its terms are what Shopify has confirmed.
WITH top AS (
  SELECT s."shop", s."top_tier_discount_percent" AS percent, d."discount_id", d."segment_id",
         coalesce(d."tier_key", p."definition" #>> '{tiers,0,key}', 'core') AS tier_key,
         coalesce(d."title", coalesce(p."definition" #>> '{tiers,0,name}', 'Core')
           || ': ' || s."top_tier_discount_percent" || '% off') AS title
  FROM "shop" s
  LEFT JOIN "program" p ON p."shop" = s."shop" AND p."version" = s."live_program_version"
  LEFT JOIN "published_discount" d ON d."shop" = s."shop"
  WHERE s."top_tier_discount_percent" IS NOT NULL
), made AS (
  SELECT top.*, jsonb_build_object(
    'title', title,
    'method', jsonb_build_object('kind', 'automatic'),
    'offer', jsonb_build_object('kind', 'percentage', 'percent', percent, 'items', jsonb_build_object('kind', 'all')),
    'minimum', NULL,
    'startsOn', to_char(now(), 'YYYY-MM-DD'),
    'endsOn', NULL,
    'usageLimit', NULL,
    'oncePerCustomer', false,
    'combinesWith', jsonb_build_object(
      'orderDiscounts', false, 'productDiscounts', false, 'shippingDiscounts', false)
  ) AS terms
  FROM top
)
INSERT INTO "discount"
  ("shop", "id", "family", "label_key", "terms", "state", "created_at", "changed_at", "shopify_id", "published")
SELECT "shop", gen_random_uuid(), 'tier', tier_key, terms, 'running', now(), now(), "discount_id",
       CASE WHEN "discount_id" IS NULL THEN NULL ELSE
         jsonb_build_object('terms', terms, 'state', 'running', 'segmentId', "segment_id"::text) END
FROM made;

-- AlterTable
ALTER TABLE "shop" ADD COLUMN "publish_discounts" BOOLEAN NOT NULL DEFAULT false;
UPDATE "shop" SET "publish_discounts" = true WHERE "top_tier_discount_percent" IS NOT NULL;
ALTER TABLE "shop" DROP COLUMN "top_tier_discount_percent";

-- DropTable
DROP TABLE "published_discount";
