import { BlockStack, Card, Text } from "@shopify/polaris";
import { MoveMatrix } from "../../components/charts/move-matrix.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Movement, MovementPage } from "../../use-cases/pages/movement-page.ts";
import { customersWhoMoved } from "./moved-address.ts";

interface MatrixCardProps {
  page: MovementPage;
  movement: Movement;
}

/** From where to where, between the two days; each cell leads to its customers. */
export function MatrixCard({ page: { family, labels }, movement }: MatrixCardProps) {
  const text = useText();
  const formats = useFormats();
  const { moves, period, firstDay } = movement;
  const days = {
    from: formats.calendarDate(period.from ?? firstDay),
    until: formats.calendarDate(period.until),
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("movement.matrix.title")}
        </Text>
        <MoveMatrix
          moves={moves}
          tierNames={labels.map(({ name }) => name)}
          isLadder={family === "tier"}
          caption={
            family === "tier"
              ? text("movement.matrix.caption.tier", days)
              : text("movement.matrix.caption.group", days)
          }
          linkOf={(from, to) => {
            const move = moves.find((each) => each.from === from && each.to === to);
            return move === undefined || from === to
              ? null
              : customersWhoMoved(family, move, period);
          }}
        />
      </BlockStack>
    </Card>
  );
}
