-- Under a hold the automatic tier may change unseen: there is then a day to decide on before that of the next change.
ALTER TABLE "standing" ADD COLUMN "due_day" INTEGER;
CREATE INDEX "standing_due_day_idx" ON "standing"("shop", "due_day") WHERE "due_day" IS NOT NULL;
