import type { Job } from "../../world/job.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";

export const jobQueries = {
  /** A job is done by the time somebody asks for it; unknown ones are null. */
  job: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const uuid = /^gid:\/\/shopify\/Job\/([0-9a-f-]{36})$/.exec(id)?.[1];
    const job = uuid === undefined ? undefined : shop.world.jobs.get(uuid);
    if (job !== undefined) job.isDone = true;
    return job ?? null;
  },
} satisfies TypeResolvers;

export const jobResolvers = {
  id: ({ uuid }: Job) => `gid://shopify/Job/${uuid}`,
  done: ({ isDone }: Job) => isDone,
} satisfies TypeResolvers;
