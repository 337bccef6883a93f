import type { GraphqlAnswer, GraphqlRequest, QueryCost } from "./execute-request.ts";

/** One answered request of the Admin API. */
export type ApiRequestRecord = {
  readonly atMs: number;
  readonly durationMs: number;
  readonly status: number;
  readonly apiVersion: string;
  /** "query Orders", "mutation AddTags". */
  readonly operation: string;
  /** Null when the request was refused before it was costed. */
  readonly cost: QueryCost | null;
  /** Codes of the top-level errors, such as THROTTLED. */
  readonly errorCodes: readonly string[];
};

/** Counts what the Admin API answered, and tells whoever lists requests. */
export class ApiTraffic {
  /** All requests, refused ones too. */
  requestCount = 0;
  /** Sum of actual query costs. */
  points = 0;
  readonly #listeners = new Set<(record: ApiRequestRecord) => void>();

  record(record: ApiRequestRecord): void {
    this.requestCount += 1;
    this.points += record.cost?.actualQueryCost ?? 0;
    for (const listener of this.#listeners) listener(record);
  }

  /** Hears of every request. Returns a function that stops listening. */
  onRequest(listener: (record: ApiRequestRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}

/** "mutation AddTags": the first operation's kind and name, or its first field. */
export function nameOfOperation({ query, operationName }: GraphqlRequest): string {
  const [, kind = "query", name] =
    /^\s*(?:#[^\n]*\n\s*)*(query|mutation)?\s*(\w+)?/.exec(query) ?? [];
  return `${kind} ${operationName ?? name ?? /\{\s*(\w+)/.exec(query)?.[1] ?? ""}`.trim();
}

/** Codes of an answer's top-level errors. */
export function codesOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.flatMap(({ extensions }) => {
    const code: unknown = extensions && Reflect.get(extensions, "code");
    return typeof code === "string" ? [code] : [];
  });
}
