import { z } from "zod";
import type { App } from "../app.ts";
import { readStudy, type StudyFrame } from "../scoring/stored-study.ts";

const pathSchema = z.object({
  items: z.array(z.string()),
  customers: z.number(),
  share: z.number(),
  medianDays: z.number(),
});

export type Journey = z.infer<typeof pathSchema>;

export interface JourneysPage extends StudyFrame {
  /** Null before the base was studied. */
  journeys: {
    /** Customers with a first, a second, a third visit for something known. */
    customersByVisits: [number, number, number];
    /** From the first visit to the second, and on to the third; most customers first. */
    second: Journey[];
    third: Journey[];
  } | null;
}

const mostPaths = 12;

const schema = z.object({
  customersByVisits: z.tuple([z.tuple([z.number(), z.number(), z.number()])]),
  second: z.array(pathSchema),
  third: z.array(pathSchema),
});

/** The paths from the first purchase to the second and third, by product type. */
export async function readJourneysPage(
  app: App,
  shop: string,
  most: number | "all" = mostPaths,
): Promise<JourneysPage> {
  const range = most === "all" ? "*" : `0 to ${String(most - 1)}`;
  const paths = {
    customersByVisits: "$.paths.customersByVisits",
    second: `$.paths.second[${range}]`,
    third: `$.paths.third[${range}]`,
  };
  const { frame, study } = await readStudy(app, shop, paths, schema);
  if (study === null) return { ...frame, journeys: null };
  const { customersByVisits, second, third } = study.found;
  return { ...frame, journeys: { customersByVisits: customersByVisits[0], second, third } };
}
