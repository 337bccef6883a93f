-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "former_tag_prefixes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tag_prefix" TEXT NOT NULL DEFAULT 'echelon';
