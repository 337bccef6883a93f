import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, Layout, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { DiscountPage } from "../../use-cases/pages/discount-page.ts";
import type { SaveDiscountResult } from "../../use-cases/publishing/discounts/save-discount.ts";
import { DatesCard } from "./dates-card.tsx";
import { fieldsOf, newFields, type DiscountFields } from "./discount-form.ts";
import { errorsAtFields } from "./field-problems.ts";
import { LimitsCard } from "./limits-card.tsx";
import { MinimumCard } from "./minimum-card.tsx";
import { OfferCard } from "./offer-card.tsx";
import { SentenceCard } from "./sentence-card.tsx";
import { termsOfFields } from "./terms-of-fields.ts";
import { WhoCard } from "./who-card.tsx";

/** A discount as fields, and beside them what it comes to in one sentence. */
export function DiscountEditor({ page }: { page: DiscountPage }) {
  const text = useText();
  const { minorDigits } = page;
  const saved = savedFields(page, minorDigits);
  const [fields, setFields] = useState<DiscountFields>(saved);
  const saving = useSave(page);
  const { answer, refusals, sent } = saving;
  const isDone = answer?.kind === "saved";
  const problems = answer?.kind === "refused" && sent === fields ? answer.problems : [];
  const errors = errorsAtFields(problems, text);
  const part = {
    page,
    fields,
    errors,
    onChange: (change: Partial<DiscountFields>) => setFields({ ...fields, ...change }),
  };
  const full = page.automatic !== null && page.automatic.active >= page.automatic.most;

  return (
    <SaveBarForm
      value={JSON.stringify(isDone && sent === fields ? saved : fields)}
      saved={JSON.stringify(saved)}
      refusals={refusals}
      onSave={() => saving.save(fields, termsOfFields(fields, minorDigits))}
      onDiscard={() => setFields(saved)}
    >
      <Layout>
        {full && page.automatic && page.discount === null ? (
          <Layout.Section variant="fullWidth">
            <Banner tone="info">
              {text("discounts.limit.reached", { most: page.automatic.most })}
            </Banner>
          </Layout.Section>
        ) : null}
        <Layout.Section>
          <BlockStack gap="400">
            <WhoCard {...part} />
            <OfferCard {...part} />
            <MinimumCard {...part} />
            <DatesCard {...part} />
            <LimitsCard {...part} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <SentenceCard page={page} fields={fields} minorDigits={minorDigits} />
          {problems.some(({ field }) => field === "" || field === "terms") ? (
            <Card>
              <Text as="p" tone="critical">
                {text("discounts.problem.other")}
              </Text>
            </Card>
          ) : null}
        </Layout.Section>
      </Layout>
    </SaveBarForm>
  );
}

function savedFields(page: DiscountPage, minorDigits: number): DiscountFields {
  const { discount, labels, today } = page;
  if (discount !== null) {
    return fieldsOf(`${discount.family}:${discount.labelKey}`, discount.terms, minorDigits);
  }
  const [first] = labels;
  return newFields(first === undefined ? "" : `${first.family}:${first.key}`, today);
}

/** Sends the fields, and leads back to the list once they are saved. A refusal stands until the fields change. */
function useSave({ id }: DiscountPage) {
  const text = useText();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<SaveDiscountResult>();
  const [sent, setSent] = useState<DiscountFields | null>(null);
  const [refusals, setRefusals] = useState(0);
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "refused") setRefusals((before) => before + 1);
    if (answer?.kind !== "saved") return;
    shopify.toast.show(text("discounts.saved"));
    navigate("/app/publishing");
  }, [answer, navigate, shopify, text]);

  return {
    answer,
    refusals,
    sent,
    save(fields: DiscountFields, terms: object) {
      const [family, labelKey] = splitOnce(fields.label);
      setSent(fields);
      fetcher.submit(JSON.stringify({ save: { id, family, labelKey, terms } }), {
        method: "post",
        encType: "application/json",
      });
    },
  };
}

/** A key may hold colons. */
function splitOnce(label: string): [string, string] {
  const at = label.indexOf(":");
  return [label.slice(0, at), label.slice(at + 1)];
}
