-- Runs that were taken back, by time: the list is narrowed to them, and they are few.
CREATE INDEX "run_undone_idx" ON "run"("shop", "decided_at", "id") WHERE "undone_by_run_id" IS NOT NULL;
