import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PlannedWrites } from "../../use-cases/pages/planned-writes.ts";

/** What publishing would do if it wrote. */
export function PlannedCard({ planned }: { planned: PlannedWrites }) {
  const text = useText();
  const formats = useFormats();
  const download = useDownload({
    address: "/app/publishing/planned",
    fileName: text("publishing.planned.export.file"),
    done: text("publishing.planned.export.done"),
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.planned.title")}
        </Text>
        <FactList>
          <Fact term={text("publishing.planned.tags-on")}>{formats.integer(planned.tagsOn)}</Fact>
          <Fact term={text("publishing.planned.tags-off")}>{formats.integer(planned.tagsOff)}</Fact>
          <Fact term={text("publishing.planned.fields-on")}>
            {formats.integer(planned.fieldsOn)}
          </Fact>
          <Fact term={text("publishing.planned.fields-off")}>
            {formats.integer(planned.fieldsOff)}
          </Fact>
          <Fact term={text("publishing.planned.segments")}>
            {formats.integer(planned.segments)}
          </Fact>
          <Fact term={text("publishing.planned.discounts")}>
            {formats.integer(planned.discounts)}
          </Fact>
          <Fact term={text("publishing.planned.flow")}>{formats.integer(planned.flow)}</Fact>
        </FactList>
        <InlineStack>
          <Button onClick={download.start} loading={download.state === "making"}>
            {text("publishing.planned.export")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
