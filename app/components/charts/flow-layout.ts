import { sankey } from "d3-sankey";

export interface FlowMove {
  /** Keys; null = no label. */
  fromKey: string | null;
  toKey: string | null;
  customers: number;
}

export interface FlowNode {
  id: string;
  key: string | null;
  column: number;
  customers: number;
  /** Left, right, top and bottom, in the drawing's units. */
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

export interface FlowLink {
  id: string;
  fromKey: string | null;
  toKey: string | null;
  customers: number;
  /** An SVG path around the band. */
  path: string;
}

interface NodeFacts {
  id: string;
  key: string | null;
  column: number;
}

interface LinkFacts {
  fromKey: string | null;
  toKey: string | null;
  customers: number;
}

const nodeWidth = 10;
const nodePadding = 14;

/**
 * Bands between columns of labels, one column before the first step and one after each. A node is a label in a column, so
 * that nothing flows in circles. Labels keep their order in every column, none at the bottom.
 */
export function layOutFlows(
  steps: readonly { moves: readonly FlowMove[] }[],
  keys: readonly string[],
  { width, height }: { width: number; height: number },
): { nodes: FlowNode[]; links: FlowLink[] } {
  const nodes = new Map<string, NodeFacts>();
  const links = steps.flatMap(({ moves }, step) =>
    moves
      .filter(({ customers }) => customers > 0)
      .map(({ fromKey, toKey, customers }) => ({
        source: nodeAt(step, fromKey),
        target: nodeAt(step + 1, toKey),
        value: customers,
        fromKey,
        toKey,
        customers,
      })),
  );
  if (links.length === 0) return { nodes: [], links: [] };
  const { nodes: placed, links: bands } = sankey<NodeFacts, LinkFacts>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeSort((a, b) => rankOf(a.key) - rankOf(b.key))
    .nodeWidth(nodeWidth)
    .nodePadding(nodePadding)
    .size([width, height])({ nodes: [...nodes.values()], links });
  return {
    nodes: placed.map(({ id, key, column, value = 0, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      id,
      key,
      column,
      customers: value,
      x0,
      x1,
      y0,
      y1,
    })),
    links: bands.map(
      ({ source, target, fromKey, toKey, customers, y0 = 0, y1 = 0, width: band = 0 }) => {
        if (typeof source !== "object" || typeof target !== "object")
          throw new Error("d3-sankey puts the nodes in the place of their ids");
        return {
          id: `${source.id} ${target.id}`,
          fromKey,
          toKey,
          customers,
          path: bandPath(source.x1 ?? 0, target.x0 ?? 0, y0, y1, band),
        };
      },
    ),
  };

  function nodeAt(column: number, key: string | null): string {
    const id = `${column} ${key ?? ""}`;
    nodes.set(id, { id, key, column });
    return id;
  }

  function rankOf(key: string | null): number {
    const rank = key === null ? -1 : keys.indexOf(key);
    return rank === -1 ? keys.length : rank;
  }
}

/** A band of constant height from one side to the other, filled rather than stroked, so that it may be stretched. */
function bandPath(x0: number, x1: number, y0: number, y1: number, band: number): string {
  const middle = (x0 + x1) / 2;
  const half = band / 2;
  const curve = (fromX: number, fromY: number, toX: number, toY: number) =>
    `C${round(middle)},${round(fromY)} ${round(middle)},${round(toY)} ${round(toX)},${round(toY)}`;
  return [
    `M${round(x0)},${round(y0 - half)}`,
    curve(x0, y0 - half, x1, y1 - half),
    `L${round(x1)},${round(y1 + half)}`,
    curve(x1, y1 + half, x0, y0 + half),
    "Z",
  ].join("");
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
