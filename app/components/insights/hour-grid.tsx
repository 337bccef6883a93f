import { ScrollRegion } from "../scroll-region.tsx";
import styles from "./hour-grid.module.css";
import { shadesOfCounts } from "./hour-shades.ts";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

interface HourGridProps {
  /** What is counted, of whom, in which time zone. */
  caption: string;
  /** Over the row headers. */
  weekdayHeading: string;
  /** Monday to Sunday, in the reader's language. */
  weekdays: readonly string[];
  /** Orders by weekday and hour in shop time: `grid[weekday · 24 + hour]`, 0 = Monday. */
  grid: readonly number[];
  /** The cell to point out, when one is known to be best. */
  best: number | null;
  formatCount: (count: number) => string;
}

/** Orders by weekday and hour: a real table whose cells are darker for more, the number always printed. */
export function HourGrid(props: HourGridProps) {
  const { caption, weekdayHeading, weekdays, grid, best, formatCount } = props;
  const shades = shadesOfCounts(grid);
  return (
    <ScrollRegion label={caption}>
      <table className={styles.grid}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{weekdayHeading}</th>
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {String(hour).padStart(2, "0")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday, row) => (
            <tr key={weekday}>
              <th scope="row">{weekday}</th>
              {hours.map((hour) => {
                const cell = row * hours.length + hour;
                const count = formatCount(grid[cell] ?? 0);
                return (
                  <td key={hour} data-shade={shades[cell] ?? 0}>
                    {cell === best ? <strong>{count}</strong> : count}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
