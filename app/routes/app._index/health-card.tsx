import { Link } from "@remix-run/react";
import { Badge, Banner, BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { HomePage } from "../../use-cases/pages/home-page.ts";

/** Does everything that should run by itself do so? */
export function HealthCard({ health }: { health: HomePage["health"] }) {
  const text = useText();
  const formats = useFormats();
  const { apiBudget } = health;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("home.health.title")}
        </Text>
        {health.failedJobs > 0 ? (
          <Banner
            tone="critical"
            action={{ content: text("home.health.more"), url: "/app/settings/health" }}
          >
            {text("home.health.failed", { failed: health.failedJobs })}
          </Banner>
        ) : null}
        <FactList>
          <Fact term={text("home.health.last-event")}>{instant(health.lastEventAt)}</Fact>
          <Fact term={text("home.health.last-check")}>
            {instant(health.sweep.last?.finishedAt ?? null)}
          </Fact>
          <Fact term={text("home.health.last-run")}>{instant(health.lastRunAt)}</Fact>
          <Fact term={text("home.health.inbox")}>{formats.integer(health.inboxDepth)}</Fact>
          <Fact term={text("home.health.waiting-to-publish")}>
            {formats.integer(health.waitingToPublish)}
          </Fact>
          <Fact term={text("home.health.api-budget")}>
            {apiBudget
              ? text("home.health.api-budget.value", {
                  available: apiBudget.available,
                  maximum: apiBudget.maximum,
                })
              : text("home.health.unknown")}
          </Fact>
          <Fact term={text("home.health.publishing")}>
            <Badge>{text(health.publishing ? "home.health.on" : "home.health.off")}</Badge>
          </Fact>
        </FactList>
        {health.failedJobs > 0 ? null : (
          <Link to="/app/settings/health">{text("home.health.more")}</Link>
        )}
      </BlockStack>
    </Card>
  );

  function instant(at: string | null): ReactNode {
    if (at === null) return text("home.health.never");
    return (
      <time dateTime={at} title={formats.dateAndTime(at)}>
        {formats.relative(at)}
      </time>
    );
  }
}
