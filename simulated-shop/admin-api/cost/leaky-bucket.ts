import { PLANS, type PlanName } from "../../world/plan.ts";

export type ThrottleStatus = {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
};

/** The points of one app on one shop: drained by queries, refilled with real time. */
export class LeakyBucket {
  readonly #maximum: number;
  readonly #restorePerSecond: number;
  readonly #nowMs: () => number;
  #available: number;
  #restoredAtMs: number;

  constructor(plan: PlanName, nowMs: () => number = Date.now) {
    this.#maximum = PLANS[plan].bucketPoints;
    this.#restorePerSecond = PLANS[plan].restorePointsPerSecond;
    this.#nowMs = nowMs;
    this.#available = this.#maximum;
    this.#restoredAtMs = nowMs();
  }

  /** Takes points, or takes nothing and returns false when there are too few. */
  take(points: number): boolean {
    this.#restore();
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  /** Gives back what a query was charged beyond its actual cost. */
  giveBack(points: number): void {
    this.#restore();
    this.#available = Math.min(this.#maximum, this.#available + points);
  }

  status(): ThrottleStatus {
    this.#restore();
    return {
      maximumAvailable: this.#maximum,
      currentlyAvailable: Math.floor(this.#available),
      restoreRate: this.#restorePerSecond,
    };
  }

  #restore(): void {
    const nowMs = this.#nowMs();
    const restored = ((nowMs - this.#restoredAtMs) / 1000) * this.#restorePerSecond;
    this.#available = Math.min(this.#maximum, this.#available + restored);
    this.#restoredAtMs = nowMs;
  }
}
