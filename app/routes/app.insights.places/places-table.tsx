import { BarCell } from "../../components/charts/bar-cell.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { shareInWords } from "../../components/share-words.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PlaceProfile } from "../../use-cases/pages/places-page.ts";
import { nameOfPlace, type PlaceDimension } from "../../components/place-names.ts";

interface PlacesTableProps {
  profile: PlaceProfile;
  dimension: PlaceDimension;
  windowDays: number;
}

/** Places, most orders first: a table with bars, so it is its own twin. */
export function PlacesTable({ profile, dimension, windowDays }: PlacesTableProps) {
  const text = useText();
  const formats = useFormats();
  const most = profile.places[0]?.share.share ?? 1;
  const isOfEverybody = profile.label === null;
  const known = profile.orders - profile.unknownOrders;
  const headings: Record<PlaceDimension, string> = {
    country: text("places.by.country"),
    channel: text("places.by.channel"),
    source: text("places.by.source"),
  };
  return (
    <ScrollTable
      caption={text("places.caption", { days: windowDays })}
      columns={[
        { heading: headings[dimension] },
        { heading: text("places.share"), numeric: true },
        ...(isOfEverybody ? [] : [{ heading: text("places.index"), numeric: true }]),
        { heading: text("places.orders"), numeric: true },
        { heading: text("places.customers"), numeric: true },
        { heading: text("places.sales"), numeric: true },
      ]}
      rows={profile.places.map((place) => ({
        key: place.name,
        cells: [
          nameOfPlace(dimension, place.name, text, formats),
          <BarCell key="share" share={place.share.share / most}>
            {shareInWords(place.share, known, text, formats)}
          </BarCell>,
          ...(isOfEverybody
            ? []
            : [
                place.indexAgainstAll === null
                  ? text("places.index.none")
                  : text("places.index.value", {
                      times: formats.decimal(place.indexAgainstAll / 100),
                    }),
              ]),
          formats.integer(place.orders),
          formats.integer(place.customers),
          formats.money(place.netMinor),
        ],
      }))}
    />
  );
}
