import { useText } from "../../i18n/use-text.tsx";

/** The head of the map: the scores of frequency and spend, from the least to the most. */
export function MapHead({ levels }: { levels: number }) {
  const text = useText();
  return (
    <thead>
      <tr>
        <td />
        {scoresUpTo(levels).map((score) => (
          <th key={score} scope="col">
            {score === 1
              ? text("groups.map.column.worst", { score })
              : score === levels
                ? text("groups.map.column.best", { score })
                : text("groups.map.column", { score })}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The header of a row: how recent. */
export function MapRowHeader({ score, levels }: { score: number; levels: number }) {
  const text = useText();
  return (
    <th scope="row">
      {score === 1
        ? text("groups.map.row.worst", { score })
        : score === levels
          ? text("groups.map.row.best", { score })
          : text("groups.map.row", { score })}
    </th>
  );
}

export function scoresUpTo(levels: number): number[] {
  return Array.from({ length: levels }, (_, index) => index + 1);
}
