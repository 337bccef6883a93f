import fc from "fast-check";
import { expect, test } from "vitest";
import { Connection, type ConnectionArgs } from "./connection.ts";

type Row = { id: number; value: number };

function connect(rows: readonly Row[], args: ConnectionArgs): Connection<Row> {
  return new Connection(rows, args, ({ id, value }) => ({ id, value }));
}

const rowsArbitrary = fc
  .array(fc.record({ id: fc.nat(50), value: fc.nat(5) }), { maxLength: 30 })
  .map((rows) =>
    [...new Map(rows.map((row) => [row.id, row])).values()].sort(
      (a, b) => a.value - b.value || a.id - b.id,
    ),
  );

test("paging forward, in either direction of the order, visits every row once", () => {
  fc.assert(
    fc.property(
      rowsArbitrary,
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      (rows, first, reverse) => {
        const seen: Row[] = [];
        let after: string | null = null;
        for (let page = 0; page <= rows.length; page += 1) {
          const connection: Connection<Row> = connect(rows, { first, after, reverse });
          seen.push(...connection.nodes);
          after = connection.pageInfo.endCursor;
          if (!connection.pageInfo.hasNextPage) break;
        }
        expect(seen).toEqual(reverse ? rows.toReversed() : rows);
      },
    ),
  );
});

test("a page goes on at the right place when the row of its cursor has gone", () => {
  const rows = [1, 2, 3, 4].map((id) => ({ id, value: id }));
  const { endCursor } = connect(rows, { first: 2 }).pageInfo;
  const left = rows.filter((row) => row.id !== 2);
  expect(connect(left, { first: 2, after: endCursor }).nodes.map((row) => row.id)).toEqual([3, 4]);
});

test("last counts from the end", () => {
  const rows = [1, 2, 3, 4].map((id) => ({ id, value: id }));
  const page = connect(rows, { last: 2 });
  expect(page.nodes.map((row) => row.id)).toEqual([3, 4]);
  expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(
    connect(rows, { last: 1, before: page.pageInfo.startCursor }).nodes.map((row) => row.id),
  ).toEqual([2]);
});

test("a page without a size, with two sizes or beyond 250 is refused in Shopify's words", () => {
  expect(() => connect([], {}).nodes).toThrow("you must provide one of first or last");
  expect(() => connect([], { first: 1, last: 1 }).nodes).toThrow(
    "providing both first and last is not supported",
  );
  expect(() => connect([], { first: 251 }).nodes).toThrow(/250/);
  expect(() => connect([], { first: 1, after: "nonsense" }).nodes).toThrow(/Invalid cursor/);
});
