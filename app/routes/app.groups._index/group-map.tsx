import { Text } from "@shopify/polaris";
import mapStyles from "../../components/groups/group-map.module.css";
import { MapHead, MapRowHeader, scoresUpTo } from "../../components/groups/map-header.tsx";
import { fillStep, sidesAtBorder } from "../../components/groups/map-look.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { GroupMapPage, MapCell } from "../../use-cases/pages/group-map-page.ts";
import type { Selection } from "./selection.ts";

interface GroupMapProps {
  page: GroupMapPage;
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
}

/** The base over recency and frequency with spend: a real table, with a button in every cell. */
export function GroupMap({ page, selection, onSelect }: GroupMapProps) {
  const text = useText();
  const { levels, cells, rankedCustomers } = page;
  const nameOf = (key: string | null) => page.groups.find((group) => group.key === key)?.name;
  const most = Math.max(...cells.map(customersIn));

  return (
    <table className={mapStyles.map}>
      <caption>{text("groups.map.caption")}</caption>
      <MapHead levels={levels} />
      <tbody>
        {scoresUpTo(levels)
          .reverse()
          .map((recency) => (
            <tr key={recency}>
              <MapRowHeader score={recency} levels={levels} />
              {cells
                .filter((cell) => cell.recency === recency)
                .map((cell) => (
                  <td
                    key={cell.frequencyMonetary}
                    className={[
                      ...sidesAtBorder(cells, cell).map((side) => mapStyles[side]),
                      mapStyles[`fill${fillStep(customersIn(cell), most, rankedCustomers)}`],
                    ].join(" ")}
                  >
                    <CellButton
                      customers={customersIn(cell)}
                      name={nameOf(cell.group)}
                      isSelected={isSelected(cell, selection)}
                      onPress={() =>
                        onSelect({
                          kind: "cell",
                          recency,
                          frequencyMonetary: cell.frequencyMonetary,
                        })
                      }
                    />
                  </td>
                ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface CellButtonProps {
  customers: number;
  name: string | undefined;
  isSelected: boolean;
  onPress: () => void;
}

function CellButton({ customers, name, isSelected, onPress }: CellButtonProps) {
  const text = useText();
  const formats = useFormats();
  return (
    <button type="button" className={mapStyles.cell} aria-pressed={isSelected} onClick={onPress}>
      <span>
        {customers > 0 ? formats.integer(customers) : text("groups.map.nobody")}
        {customers > 0 ? null : (
          <Text as="span" visuallyHidden>
            {text("groups.map.nobody-words")}
          </Text>
        )}
      </span>
      {name === undefined ? null : <span className={mapStyles.name}>{name}</span>}
    </button>
  );
}

function customersIn(cell: MapCell): number {
  return cell.groups.reduce((sum, { customers }) => sum + customers, 0);
}

function isSelected(cell: MapCell, selection: Selection | null): boolean {
  if (selection === null) return false;
  return selection.kind === "group"
    ? cell.group === selection.key
    : cell.recency === selection.recency && cell.frequencyMonetary === selection.frequencyMonetary;
}
