import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HourGrid } from "./hour-grid.tsx";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function drawn(grid: number[], best: number | null): string {
  return renderToStaticMarkup(
    <HourGrid
      caption="Orders of core customers, Europe/London time"
      weekdayHeading="Day"
      weekdays={weekdays}
      grid={grid}
      best={best}
      formatCount={String}
    />,
  );
}

describe("HourGrid", () => {
  it("is a table with a caption, weekdays as row headers and hours as column headers", () => {
    const html = drawn(Array<number>(168).fill(0), null);
    expect(html).toContain("<caption>Orders of core customers, Europe/London time</caption>");
    expect(html.match(/<th scope="row">/g)).toHaveLength(7);
    expect(html.match(/<th scope="col">/g)).toHaveLength(25);
    expect(html.match(/<td data-shade="0">0<\/td>/g)).toHaveLength(168);
  });

  it("prints every number, shades it, and points the best hour out by more than colour", () => {
    const grid = Array<number>(168).fill(0);
    grid[3 * 24 + 20] = 50;
    grid[5] = 10;
    const html = drawn(grid, 3 * 24 + 20);
    expect(html).toContain('<td data-shade="5"><strong>50</strong></td>');
    expect(html).toContain('<td data-shade="1">10</td>');
    expect(html.match(/<strong>/g)).toHaveLength(1);
  });
});
