import { z } from "zod";
import type { App } from "../app.ts";
import {
  readChoosableLabels,
  type ChoosableLabels,
  type LabelChoice,
} from "../pages/label-choice.ts";
import { readStudy, type StudyFrame } from "./stored-study.ts";

/** What a study says of everybody, a tier or a group, and whom else one can ask about. */
export interface LabelProfilePage<Profile> extends StudyFrame {
  labels: ChoosableLabels;
  windowDays: number;
  /** Null before the base was studied, or when the tier or group is unknown. */
  profile: Profile | null;
}

/** `profilesPath`: the JSON path of the profiles of one family in a study. */
export async function readLabelProfile<Profile extends { label: string | null }>(
  app: App,
  shop: string,
  profilesPath: string,
  profileSchema: z.ZodType<Profile>,
  key: LabelChoice["key"],
): Promise<LabelProfilePage<Profile>> {
  const schema = z.object({ windowDays: z.tuple([z.number()]), profiles: z.array(profileSchema) });
  const paths = { windowDays: "$.windowDays", profiles: profilesPath };
  const { frame, study } = await readStudy(app, shop, paths, schema);
  if (study === null)
    return { ...frame, labels: { tiers: [], groups: [] }, windowDays: 0, profile: null };
  return {
    ...frame,
    labels: await readChoosableLabels(app, shop, study.programVersion),
    windowDays: study.found.windowDays[0],
    profile: study.found.profiles.find(({ label }) => label === key) ?? null,
  };
}
