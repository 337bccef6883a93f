import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { AddressSelect } from "../../components/insights/address-select.tsx";
import { HourGrid } from "../../components/insights/hour-grid.tsx";
import { InsightsFrame } from "../../components/insights/insights-frame.tsx";
import {
  addressOfLabel,
  labelFromAddress,
  labelOptions,
  nameOfChoice,
} from "../../components/insights/label-choice.ts";
import { NotStudied } from "../../components/insights/not-studied.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readTimingPage, type TimingPage } from "../../use-cases/pages/timing-page.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("insights.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const choice = labelFromAddress(new URL(request.url).searchParams);
  return {
    page: await readTimingPage(app, session.shop, choice),
    choice,
    now: new Date().toISOString(),
  };
}

/** When do they buy? */
export default function TimingRoute() {
  const { page, choice, now } = useLoaderData<typeof loader>();
  return (
    <InsightsFrame tab="timing" frame={page} now={now}>
      {page.asOf === null ? <NotStudied /> : <Timing page={page} choice={choice} />}
    </InsightsFrame>
  );
}

/** A fifth above an even spread, and surely so: the fullest of 24 hours is a little above it by accident. */
const leastShareThatStandsOut = 1.2 / 24;

const weekdays = [0, 1, 2, 3, 4, 5, 6];

interface TimingProps {
  page: TimingPage;
  choice: ReturnType<typeof labelFromAddress>;
}

function Timing({ page, choice }: TimingProps) {
  const text = useText();
  const formats = useFormats();
  const { profile, windowDays: days } = page;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("timing.title")}
        </Text>
        <Text as="p">{sentence()}</Text>
        <AddressSelect
          label={text("timing.of")}
          parameter="of"
          chosen={addressOfLabel(choice)}
          options={labelOptions(page.labels, text)}
        />
        {profile && profile.orders > 0 ? (
          <>
            <HourGrid
              caption={text("timing.caption", { days, zone: page.shop.timeZone })}
              weekdayHeading={text("timing.weekday")}
              weekdays={weekdays.map((day) => formats.weekday(day, "short"))}
              grid={profile.grid}
              best={profile.best.kind === "best" ? profile.best.weekdayHour.at : null}
              formatCount={(count) => formats.integer(count)}
            />
            <ExportButton
              list="hours"
              search={new URLSearchParams({ of: addressOfLabel(choice) })}
            />
          </>
        ) : null}
      </BlockStack>
    </Card>
  );

  function sentence(): string {
    if (profile === null) return text("insights.unknown-label");
    const { best, orders } = profile;
    if (orders === 0) return text("timing.none", { days });
    if (best.kind === "too-few")
      return text("timing.too-few", { needs: best.needs, has: best.has });
    const said = {
      weekday: formats.weekday(best.weekday.at, "long"),
      hour: formats.hour(best.hour.at),
      share: formats.percent(best.hour.share.share),
      orders,
      days,
    };
    const who = nameOfChoice(page.labels, choice);
    if (best.hour.share.low < leastShareThatStandsOut)
      return who === null
        ? text("timing.even", { orders, days })
        : text("timing.even.of", { who, orders, days });
    return who === null
      ? text("timing.sentence", said)
      : text("timing.sentence.of", { ...said, who });
  }
}
