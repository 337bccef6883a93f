/**
 * A customer's history as the buy-till-you-die models see it. Times are in any unit, the same as the parameters', counted
 * from the first order.
 */
export interface OrderHistory {
  /** x: orders after the first. */
  repeats: number;
  /** t_x: time of the last order, 0 when there is only the first. */
  lastAt: number;
  /** T: time observed. */
  observed: number;
}

/** BG/NBD (Fader, Hardie & Lee 2005): may stop after each repeat order, never before the first. */
export interface BgNbd {
  kind: "bg-nbd";
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** MBG/NBD (Batislam, Denizel & Filiztekin 2007): may stop after each order, the first included. */
export interface MbgNbd {
  kind: "mbg-nbd";
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/**
 * MBG/CNBD-k (Reutterer, Platzer & Schröder 2021): as MBG/NBD, but gaps are Erlang-k, so more regular the larger k; alpha
 * belongs to the rate of the k hidden steps of each gap. k = 1 is MBG/NBD.
 */
export interface MbgCnbdK {
  kind: "mbg-cnbd-k";
  k: number;
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** Pareto/NBD (Schmittlein, Morrison & Colombo 1987): may stop at any moment. */
export interface ParetoNbd {
  kind: "pareto-nbd";
  r: number;
  alpha: number;
  s: number;
  beta: number;
}

export type BetaGeometricModel = BgNbd | MbgNbd | MbgCnbdK;
export type OrderModel = BetaGeometricModel | ParetoNbd;
export type OrderModelKind = OrderModel["kind"];
export const orderModelKinds = ["bg-nbd", "mbg-nbd", "mbg-cnbd-k", "pareto-nbd"] as const;

/** k, the hidden steps of a gap. */
export function gapStepsOf(model: BetaGeometricModel): number {
  return model.kind === "mbg-cnbd-k" ? model.k : 1;
}

/** How often a customer with so many repeat orders could have stopped and did not, if they are still alive. */
export function chancesToStop(model: BetaGeometricModel, repeats: number): number {
  return model.kind === "bg-nbd" ? repeats : repeats + 1;
}
