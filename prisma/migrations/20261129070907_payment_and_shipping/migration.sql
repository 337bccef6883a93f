-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "payment_gateways" TEXT,
ADD COLUMN     "shipping_method" TEXT;
