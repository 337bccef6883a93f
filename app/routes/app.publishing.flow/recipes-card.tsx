import { BlockStack, Card, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { Recipe } from "./recipes.ts";

interface RecipesCardProps {
  title: string;
  /** What has to be turned on. */
  needs: string;
  recipes: readonly Recipe[];
}

export function RecipesCard({ title, needs, recipes }: RecipesCardProps) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <QuietLine>{needs}</QuietLine>
        </BlockStack>
        {recipes.map(({ title: name, start, check, then }) => (
          <BlockStack key={name} gap="100">
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            <FactList>
              <Fact term={text("flow.recipe.start")}>{start}</Fact>
              <Fact term={text("flow.recipe.check")}>{check}</Fact>
              <Fact term={text("flow.recipe.then")}>{then}</Fact>
            </FactList>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
