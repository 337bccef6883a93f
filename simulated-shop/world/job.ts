import { createHash } from "node:crypto";
import type { World } from "./world.ts";

/** Work that Shopify does after it has answered. Here it is done at once; the first answer still says it is not. */
export type Job = {
  readonly gidType: "Job";
  /** A UUID. */
  readonly uuid: string;
  /** Asked about before: Shopify's own jobs are seldom done when they are answered. */
  isDone: boolean;
  /** The customer a merge kept. */
  readonly resultingCustomerId: number | null;
};

/** Notes a job, so that it can be asked about. */
export function startJob(world: World, resultingCustomerId: number | null = null): Job {
  const job: Job = {
    gidType: "Job",
    uuid: uuidOf(`${world.shop.domain} job ${world.ids.take("Job")}`),
    isDone: false,
    resultingCustomerId,
  };
  world.jobs.set(job.uuid, job);
  return job;
}

/** A UUID that is the same for the same text. */
export function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
