-- CreateTable
CREATE TABLE "hand_act" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "request" JSONB NOT NULL,
    "reason" TEXT,
    "actor" TEXT,
    "customers" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "problem" TEXT,
    "run_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_act_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "hand_act_customer" (
    "shop" TEXT NOT NULL,
    "act_id" UUID NOT NULL,
    "customer_id" BIGINT NOT NULL,

    CONSTRAINT "hand_act_customer_pkey" PRIMARY KEY ("shop","act_id","customer_id")
);

-- CreateIndex
CREATE INDEX "hand_act_shop_state_asked_at_idx" ON "hand_act"("shop", "state", "asked_at");

-- CreateIndex
CREATE INDEX "hand_act_customer_shop_customer_id_idx" ON "hand_act_customer"("shop", "customer_id");
