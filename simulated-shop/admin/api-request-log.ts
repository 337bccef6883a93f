import type { ApiRequestRecord, ApiTraffic } from "../admin-api/api-traffic.ts";

const KEPT = 300;

/** The latest API requests. Older ones are forgotten, so that a long demo does not grow. */
export class ApiRequestLog {
  #requests: ApiRequestRecord[] = [];

  constructor(traffic: ApiTraffic) {
    traffic.onRequest((request) => {
      this.#requests.push(request);
      if (this.#requests.length > 2 * KEPT) this.#requests = this.#requests.slice(-KEPT);
    });
  }

  /** Newest first. */
  latest(count: number): readonly ApiRequestRecord[] {
    return this.#requests.slice(-count).reverse();
  }
}
