-- What happened within a time, first labels included: the pages about moves ask for it. Written in the order of time.
CREATE INDEX "decision_shop_decided_at_idx" ON "decision"("shop", "decided_at");
