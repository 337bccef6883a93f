import { z } from "zod";

export const faultRuleSchema = z.object({
  /** Only this topic; every topic when left out. */
  topic: z.string().optional(),
  fault: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("drop") }),
    z.object({ kind: z.literal("repeat"), extraTimes: z.int().min(1).max(20).default(1) }),
    z.object({ kind: z.literal("delay"), delayMs: z.int().min(1).max(600_000) }),
  ]),
  /** How many webhooks it strikes; all from now on when left out. */
  times: z.int().min(1).optional(),
});

/** What goes wrong with the next webhooks, and for how many of them. */
export type FaultRule = z.infer<typeof faultRuleSchema>;
export type Fault = FaultRule["fault"];

/** Deliveries go wrong on request: dropped, sent more than once, or late. The first rule that matches strikes. */
export class FaultPlan {
  #rules: { readonly rule: FaultRule; timesLeft: number }[] = [];

  get rules(): readonly FaultRule[] {
    return this.#rules.map(({ rule, timesLeft }) =>
      timesLeft === Infinity ? rule : { ...rule, times: timesLeft },
    );
  }

  /** Replaces the plan; an empty list ends all faults. */
  set(rules: readonly FaultRule[]): void {
    this.#rules = rules.map((rule) => ({ rule, timesLeft: rule.times ?? Infinity }));
  }

  /** The fault that strikes a webhook of this topic, or null. Counts it. */
  strike(topic: string): Fault | null {
    const match = this.#rules.find(({ rule }) => rule.topic === undefined || rule.topic === topic);
    if (match === undefined) return null;
    match.timesLeft -= 1;
    if (match.timesLeft === 0) this.#rules = this.#rules.filter((entry) => entry !== match);
    return match.rule.fault;
  }
}
