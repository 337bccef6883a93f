/** One call of the Admin API, as the inspector lists it. */
export type ApiRequest = {
  readonly atMs: number;
  readonly durationMs: number;
  readonly status: number;
  readonly apiVersion: string;
  /** "query Orders", "mutation tagsAdd": kind and name, or the first field. */
  readonly operation: string;
  /** Null when the call was refused before it was costed. */
  readonly requestedCost: number | null;
  readonly actualCost: number | null;
  readonly throttled: boolean;
};

const KEPT = 300;

/** The latest API calls. Older ones are forgotten; their number is kept. */
export class ApiRequestLog {
  #requests: ApiRequest[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  record(request: ApiRequest): void {
    this.#count += 1;
    this.#requests.push(request);
    if (this.#requests.length > 2 * KEPT) this.#requests = this.#requests.slice(-KEPT);
  }

  /** Newest first. */
  latest(count: number): readonly ApiRequest[] {
    return this.#requests.slice(-count).reverse();
  }
}
