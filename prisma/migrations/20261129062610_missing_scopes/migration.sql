-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "missing_scopes" TEXT[] DEFAULT ARRAY[]::TEXT[];
