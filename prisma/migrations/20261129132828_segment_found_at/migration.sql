-- AlterTable
ALTER TABLE "published_segment" ADD COLUMN     "found_at" TIMESTAMPTZ(3);
