-- The undo of a run, and so the chain of undos and redos that followed upon it.
CREATE INDEX "run_of_undos_idx" ON "run"("shop", "undoes_run_id") WHERE "undoes_run_id" IS NOT NULL;
