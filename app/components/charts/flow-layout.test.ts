import { describe, expect, it } from "vitest";
import { layOutFlows } from "./flow-layout.ts";

const keys = ["core", "growth", "base"];
const size = { width: 1000, height: 300 };

describe("layOutFlows", () => {
  const steps = [
    {
      moves: [
        { fromKey: "base", toKey: "core", customers: 3 },
        { fromKey: "core", toKey: "core", customers: 1 },
      ],
    },
    {
      moves: [
        { fromKey: "core", toKey: "base", customers: 2 },
        { fromKey: "core", toKey: "core", customers: 2 },
      ],
    },
  ];

  it("may go up and down again without flowing in circles", () => {
    const { nodes, links } = layOutFlows(steps, keys, size);
    expect(links).toHaveLength(4);
    expect(nodes.map(({ column }) => column).sort()).toEqual([0, 0, 1, 2, 2]);
  });

  it("keeps the highest label on top in every column", () => {
    const { nodes } = layOutFlows(steps, keys, size);
    for (const column of [0, 2]) {
      const tops = nodes.filter((node) => node.column === column).sort((a, b) => a.y0 - b.y0);
      expect(tops.map(({ key }) => key)).toEqual(["core", "base"]);
    }
  });

  it("puts columns in their order even when a label appears only later", () => {
    const late = [
      { moves: [{ fromKey: null, toKey: "base", customers: 1 }] },
      {
        moves: [
          { fromKey: "base", toKey: "base", customers: 1 },
          { fromKey: null, toKey: "core", customers: 4 },
        ],
      },
    ];
    const { nodes } = layOutFlows(late, keys, size);
    const left = (column: number) =>
      nodes.filter((node) => node.column === column).map(({ x0 }) => x0);
    expect(Math.max(...left(0))).toBeLessThan(Math.min(...left(1)));
    expect(Math.max(...left(1))).toBeLessThan(Math.min(...left(2)));
  });

  it("draws nothing when nobody moved", () => {
    expect(layOutFlows([{ moves: [] }], keys, size)).toEqual({ nodes: [], links: [] });
  });
});
