import { z } from "zod";
import type { Database } from "../../persistence/database.ts";
import { readLatestStudy } from "../../persistence/studies.ts";
import { asksForOutlook, type OutlookRules, type Program } from "../../scoring/index.ts";
import { outlookBaseSchema } from "./outlook-schema.ts";

const schema = z.object({ models: z.tuple([outlookBaseSchema]) });

/** The shop's models by its newest study, for a program that asks for what is to be expected; else null. */
export async function readOutlookRules(
  db: Database,
  shop: string,
  program: Program,
): Promise<OutlookRules | null> {
  if (!asksForOutlook(program)) return null;
  const stored = await readLatestStudy(db, shop, { models: "$.models" });
  // Null too where a study of an earlier release says it in another way; the next one is of this release.
  return schema.safeParse(stored?.found).data?.models[0] ?? null;
}
