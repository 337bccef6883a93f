-- CreateTable
CREATE TABLE "flow_action_run" (
    "shop" TEXT NOT NULL,
    "action_run_id" TEXT NOT NULL,
    "returned" JSONB,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_action_run_pkey" PRIMARY KEY ("shop","action_run_id")
);
