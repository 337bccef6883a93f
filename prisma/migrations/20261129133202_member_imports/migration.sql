-- CreateTable
CREATE TABLE "member_import" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "addresses" INTEGER NOT NULL,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "not_found" INTEGER NOT NULL DEFAULT 0,
    "not_found_lines" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "member_import_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "member_import_address" (
    "shop" TEXT NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "member_import_address_pkey" PRIMARY KEY ("shop","import_id","line")
);

-- CreateIndex
CREATE INDEX "member_import_shop_group_id_idx" ON "member_import"("shop", "group_id");
