import { z } from "zod";
import type { ManyRequest } from "../../use-cases/by-hand/many-request.ts";
import type { CustomerListQuery } from "../../use-cases/pages/customer-list.ts";
import { queryFromAddress } from "../app.customers._index/list-query.ts";

/** As many as one page of the list shows. */
const MOST_CUSTOMERS = 50;

const until = z
  .string()
  .max(10)
  .transform((day) => (day === "" ? null : day));

const requestSchema: z.ZodType<ManyRequest> = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("override"), tier: z.string().max(60), until }),
  z.object({ intent: z.literal(["opt-out", "freeze"]), until }),
  z.object({
    intent: z.literal("release"),
    kinds: z
      .string()
      .transform((kinds) => kinds.split(","))
      .pipe(z.array(z.enum(["override", "opt-out", "freeze", "pin"])).min(1)),
  }),
  z.object({ intent: z.literal("recalculate") }),
  z.object({ intent: z.literal("add-to-group"), groupId: z.uuid() }),
]);

const idsSchema = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(
      z
        .array(z.string().regex(/^\d{1,18}$/))
        .min(1)
        .max(MOST_CUSTOMERS),
    )
    .transform((ids) => ids.map(BigInt)),
});

const viewSchema = z.object({
  /** The address of the list's view, for everybody who matches it. */
  view: z.string().max(2_000),
});

const reasonSchema = z.object({
  reason: z
    .string()
    .trim()
    .max(500)
    .optional()
    .transform((reason) => (reason === undefined || reason === "" ? null : reason)),
});

export interface HandForm {
  request: ManyRequest;
  whom:
    { kind: "these"; customerIds: bigint[] } | { kind: "all-that-match"; view: CustomerListQuery };
  reason: string | null;
}

/** Null for what no form of ours sends. */
export function readHandForm(form: FormData): HandForm | null {
  const fields = Object.fromEntries(form);
  const request = requestSchema.safeParse(fields);
  const said = reasonSchema.safeParse(fields);
  const whom = readWhom(fields);
  if (!request.success || !said.success || whom === null) return null;
  return { request: request.data, whom, reason: said.data.reason };
}

function readWhom(fields: object): HandForm["whom"] | null {
  const all = viewSchema.safeParse(fields);
  if (all.success)
    return {
      kind: "all-that-match",
      view: queryFromAddress(new URLSearchParams(all.data.view)),
    };
  const these = idsSchema.safeParse(fields);
  return these.success ? { kind: "these", customerIds: these.data.ids } : null;
}
