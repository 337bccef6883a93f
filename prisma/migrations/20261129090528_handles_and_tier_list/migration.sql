-- AlterTable
ALTER TABLE "product" ADD COLUMN     "handle" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "tier_list_hash" TEXT;
