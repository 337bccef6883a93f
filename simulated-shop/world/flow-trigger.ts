import type { World } from "./world.ts";

/** One run of a Flow trigger that an app reported. */
export type FlowTrigger = {
  /** Real time, epoch milliseconds. */
  readonly receivedAtMs: number;
  readonly handle: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** The log keeps this many, the newest. */
const KEPT_TRIGGERS = 1_000;

/** Notes what an app told Flow; workflows are not simulated. */
export function receiveFlowTrigger(world: World, trigger: FlowTrigger): void {
  world.flowTriggers.push(trigger);
  if (world.flowTriggers.length > KEPT_TRIGGERS) world.flowTriggers.shift();
}
