import { z } from "zod";
import { holdKinds, type LabelHold } from "../../persistence/label-holds.ts";

const id = z.string().regex(/^\d+$/).transform(BigInt);

const hold = z.object({
  customerId: id,
  kind: z.enum(holdKinds),
  families: z.array(z.string()),
  tierKey: z.string().nullable(),
  groupKey: z.string().nullable(),
  untilDay: z.int().nullable(),
  reason: z.string().nullable(),
  runId: z.uuid(),
  setBy: z.string().nullable(),
  setAt: z.coerce.date(),
}) satisfies z.ZodType<LabelHold>;

/** A hold there was, and the run of the hold that is in its place; null = none is. */
const formerHold = hold.extend({ leftRunId: z.uuid().nullable() });

export type FormerHold = z.output<typeof formerHold>;

const live = z.object({ programVersion: z.int(), calibrationId: z.uuid().nullable() });

/** What has to come back when a run is undone, besides labels; stored with the run as plain JSON. */
const schema = z.object({
  /** The program and the calibration that were live before, when the run made others live. */
  formerLive: live.optional(),
  /** Holds that the run took away or replaced. */
  formerHolds: z.array(formerHold).default([]),
  /** Holds of earlier runs that it put where none was. Its own are known by their run. */
  restoredHolds: z.array(hold.pick({ customerId: true, kind: true, runId: true })).default([]),
  /** Whose holds a run by hand or a merge changed. */
  customerIds: z.array(id).default([]),
  /** What a run by hand did: set a hold of this kind, or let go of it. */
  act: z.object({ kind: z.enum(holdKinds), isRelease: z.boolean() }).optional(),
  /** Fixed groups in which a merge put the customer who was kept. No undo touches those. */
  joinedGroups: z.array(z.uuid()).default([]),
  /** Kinds of holds that a merge gave the customer who was kept. */
  tookOver: z.array(z.enum(holdKinds)).default([]),
  /** How many customers an undo left as they were. */
  skipped: z.int().optional(),
});

export type RunDetail = z.output<typeof schema>;

export function readRunDetail(stored: unknown): RunDetail {
  return schema.parse(stored ?? {});
}

/** As plain JSON: ids are larger than its numbers hold exactly. */
export function writeRunDetail(detail: Partial<RunDetail>): object {
  return JSON.parse(
    JSON.stringify(detail, (_key, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    ),
  ) as object;
}
