import { useRef, useState, type KeyboardEvent } from "react";
import mapStyles from "../../components/groups/group-map.module.css";
import { MapHead, MapRowHeader, scoresUpTo } from "../../components/groups/map-header.tsx";
import { sidesAtBorder } from "../../components/groups/map-look.ts";
import { useText } from "../../i18n/use-text.tsx";
import { scoresAt, type MapForm } from "./map-form.ts";
import styles from "./map-grid.module.css";

interface MapGridProps {
  form: MapForm;
  /** The group that is painted with. */
  chosen: string;
  onPaint: (place: number) => void;
}

/** One stop of the tab key: arrows move, Space or Enter paints, and so does a press. */
export function MapGrid({ form, chosen, onPaint }: MapGridProps) {
  const text = useText();
  const { levels, cells } = form;
  const [current, setCurrent] = useState(0);
  const squares = useRef<(HTMLTableCellElement | null)[]>([]);
  const looks = cells.map((group, place) => ({ ...scoresAt(place, levels), group }));
  const nameOf = (id: string) => {
    const name = form.groups.find((group) => group.id === id)?.name.trim() ?? "";
    return name === "" ? text("groups.edit.unnamed") : name;
  };

  function move(event: KeyboardEvent, place: number) {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      onPaint(place);
      return;
    }
    const next = placeAfter(event.key, place, levels);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    squares.current[next]?.focus();
  }

  return (
    <table role="grid" aria-label={text("groups.edit.grid")} className={mapStyles.map}>
      <MapHead levels={levels} />
      <tbody>
        {scoresUpTo(levels)
          .reverse()
          .map((recency, row) => (
            <tr key={recency}>
              <MapRowHeader score={recency} levels={levels} />
              {cells.slice(row * levels, (row + 1) * levels).map((group, column) => {
                const place = row * levels + column;
                const look = looks[place];
                return (
                  <td
                    key={place}
                    role="gridcell"
                    ref={(element) => {
                      squares.current[place] = element;
                    }}
                    tabIndex={place === current ? 0 : -1}
                    aria-selected={group === chosen}
                    className={[
                      styles.square,
                      ...(look === undefined
                        ? []
                        : sidesAtBorder(looks, look).map((side) => mapStyles[side])),
                      group === chosen ? mapStyles.fill3 : "",
                    ].join(" ")}
                    onKeyDown={(event) => move(event, place)}
                    onClick={() => {
                      setCurrent(place);
                      onPaint(place);
                    }}
                  >
                    {nameOf(group)}
                  </td>
                );
              })}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** Where a key leads; null = the key leads nowhere. */
function placeAfter(key: string, place: number, levels: number): number | null {
  const column = place % levels;
  const rowStart = place - column;
  switch (key) {
    case "ArrowRight":
      return column < levels - 1 ? place + 1 : place;
    case "ArrowLeft":
      return column > 0 ? place - 1 : place;
    case "ArrowDown":
      return place + levels < levels * levels ? place + levels : place;
    case "ArrowUp":
      return place >= levels ? place - levels : place;
    case "Home":
      return rowStart;
    case "End":
      return rowStart + levels - 1;
    default:
      return null;
  }
}
