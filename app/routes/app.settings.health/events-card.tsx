import { Card } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ShopHealth } from "../../use-cases/pages/shop-health.ts";
import { durationInWords } from "./duration-words.ts";
import { Instant } from "./instant.tsx";

/** How far Echelon is behind what happens in the shop. */
export function EventsCard({ health }: { health: ShopHealth }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <FactList>
        <Fact term={text("settings.health.events.last")}>
          <Instant at={health.lastEventAt} />
        </Fact>
        <Fact term={text("settings.health.events.waiting")}>
          {formats.integer(health.inboxDepth)}
        </Fact>
        <Fact term={text("settings.health.events.lag")}>
          {health.lagSeconds === 0
            ? text("settings.health.no-wait")
            : durationInWords(health.lagSeconds, text)}
        </Fact>
        <Fact term={text("settings.health.events.last-run")}>
          <Instant at={health.lastRunAt} />
        </Fact>
        <Fact term={text("settings.health.events.publishing")}>
          {formats.integer(health.waitingToPublish)}
        </Fact>
        <Fact term={text("settings.health.events.budget")}>{budget()}</Fact>
      </FactList>
    </Card>
  );

  function budget(): string {
    const { apiBudget } = health;
    if (apiBudget?.at == null) return text("settings.health.unknown");
    const { available, maximum, at } = apiBudget;
    const ago = formats.relative(at);
    return text("settings.health.events.budget.value", { available, maximum, ago });
  }
}
