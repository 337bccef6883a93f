import { z } from "zod";
import { Dice } from "../sample-shop/dice.ts";

/** How many of a webhook's tries a fault of the line strikes; the next one goes through. */
const tries = z.int().min(1).max(9).default(1);

const faultSchema = z.discriminatedUnion("kind", [
  /** Never sent. */
  z.object({ kind: z.literal("drop") }),
  /** Sent again, with the same id. */
  z.object({ kind: z.literal("repeat"), extraTimes: z.int().min(1).max(20).default(1) }),
  /** Sent late, so that later ones overtake it. Real time. */
  z.object({ kind: z.literal("delay"), delayMs: z.int().min(1).max(600_000) }),
  /** Held until so many are held, at the latest this long, and then sent last one first. */
  z.object({
    kind: z.literal("reorder"),
    among: z.int().min(2).max(1_000).default(2),
    withinMs: z.int().min(1).max(600_000).default(1_000),
  }),
  /** The body trickles in over this time. From 5 s on Shopify gives up. */
  z.object({ kind: z.literal("slow"), durationMs: z.int().min(1).max(60_000), tries }),
  /** Something between answers this status: before the app heard of it, or instead of the app's answer. */
  z.object({
    kind: z.literal("5xx"),
    status: z.int().min(500).max(599).default(503),
    reachesApp: z.boolean().default(false),
    tries,
  }),
  /** The connection breaks: in the middle of the body, or when the app has done its work and answers. */
  z.object({
    kind: z.literal("connection-reset"),
    at: z.enum(["body", "answer"]).default("body"),
    tries,
  }),
  /** The sender's clock is ahead (or behind, when negative): `X-Shopify-Triggered-At` is off by this. */
  z.object({ kind: z.literal("clock-skew"), skewMs: z.int().min(-86_400_000).max(86_400_000) }),
]);

export const faultRuleSchema = z.object({
  /** Only this topic; every topic when left out. */
  topic: z.string().optional(),
  fault: faultSchema,
  /** How many webhooks it strikes; all from now on when left out. */
  times: z.int().min(1).optional(),
  /** How likely it strikes each of them, from 0 to 1; always when left out. */
  chance: z.number().min(0).max(1).optional(),
});

/** What goes wrong with the next webhooks, for how many of them, and how often. */
export type FaultRule = z.infer<typeof faultRuleSchema>;
export type Fault = FaultRule["fault"];

export const FAULT_KINDS = [
  "drop",
  "repeat",
  "delay",
  "reorder",
  "slow",
  "5xx",
  "connection-reset",
  "clock-skew",
] as const satisfies readonly Fault["kind"][];

/** Deliveries go wrong on request. Rules are asked in order; the first that strikes decides. */
export class FaultPlan {
  #rules: { readonly rule: FaultRule; timesLeft: number }[] = [];
  #dice = new Dice(1);
  readonly #struck = new Map<Fault["kind"], number>();

  get rules(): readonly FaultRule[] {
    return this.#rules.map(({ rule, timesLeft }) =>
      timesLeft === Infinity ? rule : { ...rule, times: timesLeft },
    );
  }

  /** Replaces the plan; an empty list ends all faults. The same seed throws the same dice. */
  set(rules: readonly FaultRule[], { seed = 1 }: { seed?: number } = {}): void {
    this.#rules = rules.map((rule) => ({ rule, timesLeft: rule.times ?? Infinity }));
    this.#dice = new Dice(seed);
  }

  /** How many webhooks a kind of fault has struck so far. */
  struck(kind: Fault["kind"]): number {
    return this.#struck.get(kind) ?? 0;
  }

  /** The fault that strikes a webhook of this topic, or null. Counts it. */
  strike(topic: string): Fault | null {
    const match = this.#rules.find(
      ({ rule }) =>
        (rule.topic === undefined || rule.topic === topic) &&
        (rule.chance === undefined || this.#dice.chance(rule.chance)),
    );
    if (match === undefined) return null;
    match.timesLeft -= 1;
    if (match.timesLeft === 0) this.#rules = this.#rules.filter((entry) => entry !== match);
    const { fault } = match.rule;
    this.#struck.set(fault.kind, this.struck(fault.kind) + 1);
    return fault;
  }
}
