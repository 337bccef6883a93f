import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { AddressSelect } from "../../components/insights/address-select.tsx";
import { InsightsFrame } from "../../components/insights/insights-frame.tsx";
import {
  addressOfLabel,
  labelFromAddress,
  labelOptions,
  nameOfChoice,
} from "../../components/insights/label-choice.ts";
import { NotStudied } from "../../components/insights/not-studied.tsx";
import { titledBy } from "../../components/page-title.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readPlacesPage, type PlacesPage } from "../../use-cases/pages/places-page.ts";
import { nameOfPlace, type PlaceDimension } from "../../components/place-names.ts";
import { dimensionFromAddress } from "./dimension-from-address.ts";
import { PlacesTable } from "./places-table.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("insights.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const params = new URL(request.url).searchParams;
  const dimension = dimensionFromAddress(params);
  const choice = labelFromAddress(params);
  return {
    page: await readPlacesPage(app, session.shop, dimension, choice),
    dimension,
    choice,
    now: new Date().toISOString(),
  };
}

/** Where do orders come from? */
export default function PlacesRoute() {
  const { page, dimension, choice, now } = useLoaderData<typeof loader>();
  return (
    <InsightsFrame tab="places" frame={page} now={now}>
      {page.asOf === null ? (
        <NotStudied />
      ) : (
        <Places page={page} dimension={dimension} choice={choice} />
      )}
    </InsightsFrame>
  );
}

interface PlacesProps {
  page: PlacesPage;
  dimension: PlaceDimension;
  choice: ReturnType<typeof labelFromAddress>;
}

function Places({ page, dimension, choice }: PlacesProps) {
  const text = useText();
  const formats = useFormats();
  const { profile, windowDays: days } = page;
  const titles = {
    country: text("places.title.country"),
    channel: text("places.title.channel"),
    source: text("places.title.source"),
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {titles[dimension]}
        </Text>
        <Text as="p">{sentence()}</Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <AddressSelect
            label={text("places.by")}
            parameter="by"
            chosen={dimension}
            options={[
              { label: text("places.by.country"), value: "country" },
              { label: text("places.by.channel"), value: "channel" },
              { label: text("places.by.source"), value: "source" },
            ]}
          />
          <AddressSelect
            label={text("places.of")}
            parameter="of"
            chosen={addressOfLabel(choice)}
            options={labelOptions(page.labels, text)}
          />
        </InlineGrid>
        {profile && profile.places.length > 0 ? (
          <>
            <PlacesTable profile={profile} dimension={dimension} windowDays={days} />
            <ExportButton
              list="places"
              search={new URLSearchParams({ by: dimension, of: addressOfLabel(choice) })}
            />
          </>
        ) : null}
        {profile && profile.places.length > 0 && profile.unknownOrders > 0 ? (
          <QuietLine>{text("places.unknown", { unknown: profile.unknownOrders })}</QuietLine>
        ) : null}
      </BlockStack>
    </Card>
  );

  function sentence(): string {
    if (profile === null) return text("insights.unknown-label");
    if (profile.orders === 0) return text("places.none", { days });
    const [first] = profile.places;
    if (first === undefined) return text("places.none-known");
    const said = {
      share: formats.percent(first.share.share),
      place: nameOfPlace(dimension, first.name, text, formats),
      days,
    };
    const who = nameOfChoice(page.labels, choice);
    return who === null
      ? text("places.sentence", said)
      : text("places.sentence.of", { ...said, who });
  }
}
