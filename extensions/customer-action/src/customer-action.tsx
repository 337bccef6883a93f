// The action on a customer's page of the admin: choose a tier by hand, let go of it, or have the customer scored again.
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { act, readChoice, type Choice, type Problem, type Wanted } from "./ask-app.ts";

// Shopify calls this once when the action is opened; it wants a promise.
export default function showAction(): Promise<void> {
  render(<CustomerAction />, document.body);
  return Promise.resolve();
}

type Step =
  | { readonly kind: "loading" | "working" | "choosing" }
  | { readonly kind: "done"; readonly what: Wanted["action"] }
  | { readonly kind: "failed"; readonly problem: Problem };

function CustomerAction() {
  const customerId = (shopify.data.selected[0]?.id ?? "").split("/").at(-1) ?? "";
  const say = shopify.i18n.translate;
  const [choice, setChoice] = useState<Choice | null>(null);
  const [step, setStep] = useState<Step>({ kind: "loading" });
  const [tier, setTier] = useState("");
  const [endsOn, setEndsOn] = useState("");
  const [reason, setReason] = useState("");

  useEffect(() => {
    void readChoice(fetch, customerId).then((read) => {
      setChoice(read);
      setTier(read?.tierKey ?? read?.tiers[0]?.key ?? "");
      setEndsOn(read?.override?.endsOn ?? "");
      setStep(read === null ? { kind: "failed", problem: "not-reached" } : { kind: "choosing" });
    });
  }, [customerId]);

  async function ask(wanted: Wanted): Promise<void> {
    setStep({ kind: "working" });
    const problem = await act(fetch, customerId, wanted);
    setStep(problem === null ? { kind: "done", what: wanted.action } : { kind: "failed", problem });
  }

  const isBusy = step.kind === "loading" || step.kind === "working";
  return (
    <s-admin-action heading={say("name")} loading={isBusy}>
      <s-stack gap="base">
        {step.kind === "done" && (
          <s-banner tone="success">
            <s-text>{say(`done.${step.what}`)}</s-text>
          </s-banner>
        )}
        {step.kind === "failed" && (
          <s-banner tone="critical">
            <s-text>{say(`problems.${step.problem}`)}</s-text>
          </s-banner>
        )}
        {choice !== null && step.kind !== "done" && (
          <>
            {choice.override !== null && <s-text>{overrideWords(choice.override)}</s-text>}
            <s-select
              label={say("tier")}
              value={tier}
              onChange={(event) => setTier(valueIn(event))}
            >
              {choice.tiers.map(({ key, name }) => (
                <s-option key={key} value={key}>
                  {name}
                </s-option>
              ))}
            </s-select>
            <s-date-field
              label={say("endsOn")}
              details={say("endsOnHelp")}
              value={endsOn}
              onChange={(event) => setEndsOn(valueIn(event))}
            />
            <s-text-field
              label={say("reason")}
              value={reason}
              maxLength={200}
              onInput={(event) => setReason(valueIn(event))}
            />
            {choice.override !== null && (
              <s-button disabled={isBusy} onClick={() => void ask({ action: "release", reason })}>
                {say("release")}
              </s-button>
            )}
            <s-button disabled={isBusy} onClick={() => void ask({ action: "recalculate" })}>
              {say("recalculate")}
            </s-button>
          </>
        )}
      </s-stack>
      {choice !== null && step.kind !== "done" && (
        <s-button
          slot="primary-action"
          variant="primary"
          disabled={isBusy}
          onClick={() => void ask({ action: "override", tier, endsOn, reason })}
        >
          {say("override")}
        </s-button>
      )}
      <s-button slot="secondary-actions" onClick={() => shopify.close()}>
        {say("close")}
      </s-button>
    </s-admin-action>
  );
}

function overrideWords({ tier, endsOn }: NonNullable<Choice["override"]>): string {
  const { translate: say, formatDate } = shopify.i18n;
  if (endsOn === null) return say("chosen", { tier });
  const date = new Date(`${endsOn}T00:00:00Z`);
  const options = { dateStyle: "medium", timeZone: "UTC" } as const;
  return say("chosenUntil", { tier, date: formatDate(date, options) });
}

/** What a field holds. Shopify's types leave it open what it is. */
function valueIn({ currentTarget }: { readonly currentTarget: object }): string {
  const value: unknown = Reflect.get(currentTarget, "value");
  return typeof value === "string" ? value : "";
}
