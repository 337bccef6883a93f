import { ChartFigure } from "../../components/charts/chart-figure.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import styles from "./calibration-picture.module.css";

interface CalibrationPictureProps {
  /** Lowest chance first; shares 0–1. */
  bins: { customers: number; predicted: number; actual: number }[];
  horizonDays: number;
}

/**
 * Did it happen to 3 in 10 of those who were given 3 in 10? A bar for what happened and a line for what was said, on
 * one scale; good forecasts have the line at the end of every bar.
 */
export function CalibrationPicture({ bins, horizonDays }: CalibrationPictureProps) {
  const text = useText();
  const formats = useFormats();
  const highest = bins.at(-1);
  const rows = bins.toReversed();

  return (
    <ChartFigure
      title={text("forecasts.calibration.title")}
      answer={text("forecasts.calibration.answer", {
        predicted: formats.percent(highest?.predicted ?? 0),
        actual: formats.percent(highest?.actual ?? 0),
      })}
      table={{
        caption: text("forecasts.calibration.caption", { days: horizonDays }),
        columns: [
          { heading: text("forecasts.calibration.part") },
          { heading: text("forecasts.calibration.customers"), numeric: true },
          { heading: text("forecasts.calibration.predicted"), numeric: true },
          { heading: text("forecasts.calibration.actual"), numeric: true },
        ],
        rows: bins.map(({ customers, predicted, actual }, index) => ({
          key: String(index),
          cells: [
            formats.integer(index + 1),
            formats.integer(customers),
            formats.percent(predicted),
            formats.percent(actual),
          ],
        })),
      }}
    >
      <ul className={styles.legend}>
        <li>
          <span className={styles.barSwatch} />
          {text("forecasts.calibration.actual")}
        </li>
        <li>
          <span className={styles.lineSwatch} />
          {text("forecasts.calibration.predicted")}
        </li>
      </ul>
      <div className={styles.rows}>
        {rows.map(({ predicted, actual }, index) => (
          <div key={index} className={styles.row}>
            <div className={styles.track}>
              <span className={styles.bar} style={{ width: widthOf(actual) }} />
              <span className={styles.line} style={{ insetInlineStart: widthOf(predicted) }} />
            </div>
            <span className={styles.number}>{formats.percent(actual)}</span>
          </div>
        ))}
      </div>
    </ChartFigure>
  );
}

function widthOf(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
