-- Those set aside are few, and are listed and counted without a look at everybody.
CREATE INDEX "publication_set_aside_idx" ON "publication"("shop", "customer_id") WHERE "problem" IS NOT NULL;
