import type { OrderLine } from "../../use-cases/pages/describe-order.ts";
import type { Move } from "../../use-cases/pages/page-words.ts";

const kinds = ["all", "orders", "tier", "group"] as const;
export type HistoryKind = (typeof kinds)[number];

export type HistoryEntry =
  | { kind: "order"; key: string; at: string; order: OrderLine }
  | { kind: "move"; key: string; at: string; move: Move };

export function kindOfHistory(value: string): HistoryKind {
  return kinds.find((kind) => kind === value) ?? "all";
}

/** What happened, newest first; of one moment a move comes after the order that caused it, so it stands above it. */
export function historyOf(
  orders: readonly OrderLine[],
  moves: readonly Move[],
  kind: HistoryKind,
): HistoryEntry[] {
  const ofMoves = moves
    .filter(({ family }) => kind === "all" || kind === family)
    .map((move): HistoryEntry => ({
      ...{ kind: "move", at: move.at, move },
      key: `${move.runId} ${move.family}`,
    }));
  const ofOrders = orders
    .filter(() => kind === "all" || kind === "orders")
    .map((order): HistoryEntry => ({
      ...{ kind: "order", at: order.at, order },
      key: order.orderId,
    }));
  return [...ofMoves, ...ofOrders].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
