import { html } from "hono/html";
import { FAULT_KINDS, type Fault, type FaultRule } from "../../../webhooks/fault-plan.ts";
import type { Admin } from "../../admin-parts.ts";
import { checkboxField, hiddenField, selectField } from "../fields.ts";
import type { Html } from "../layout.ts";
import { actionForm } from "../parts.ts";

const WORDS: Readonly<Record<Fault["kind"], string>> = {
  drop: "Never sent",
  repeat: "Sent again",
  delay: "Sent late",
  reorder: "Sent in reverse",
  slow: "Body trickles in",
  "5xx": "Answered by a gateway",
  "connection-reset": "Connection breaks",
  "clock-skew": "Sender's clock is off",
};

/** The rules there are, with what is left of them. */
export function faultRules({ webhooks }: Admin, path: string): Html {
  const { rules } = webhooks.faults;
  if (rules.length === 0) return html`<p class="muted">Webhooks arrive as they should.</p>`;
  return html`<ol>
      ${rules.map((rule) => html`<li>${wordsFor(rule)}</li>`)}
    </ol>
    ${actionForm("/simulate/webhooks/faults", { label: "End all faults" }, path)}`;
}

function wordsFor({ topic, fault, times, chance }: FaultRule): Html {
  const { kind, ...details } = fault;
  const settings = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return html`<strong>${WORDS[kind]}</strong> · ${topic ?? "every topic"} ·
    ${times === undefined ? "all from now on" : `${times} more`}${chance === undefined ? "" : ` · chance ${chance}`}${settings.length === 0 ? "" : html` · <code>${settings.join(", ")}</code>`}`;
}

/** A rule to add. What a fault has no use for is ignored. */
export function faultForm({ appConfiguration, world }: Admin, path: string): Html {
  const topics = new Set([
    ...(appConfiguration?.webhookSubscriptions ?? []).map(({ topic }) => topic),
    ...[...world.webhookSubscriptions.values()].map(({ topic }) => topic),
  ]);
  return html`<form method="post" action="/simulate/webhooks/faults" class="fields">
    ${hiddenField("returnTo", path)} ${hiddenField("keep", "true")}
    ${selectField(
      "Fault",
      "fault",
      FAULT_KINDS.map((kind) => [kind, WORDS[kind]] as const),
    )}
    ${selectField("Topic", "topic", [
      ["", "Every topic"],
      ...[...topics].sort().map((topic) => [topic, topic] as const),
    ])}
    <label>How many webhooks <input name="times" type="number" min="1" placeholder="All" /></label>
    <label
      >Chance, 0 to 1
      <input name="chance" inputmode="decimal" pattern="0|1|0?\\.[0-9]+" placeholder="1"
    /></label>
    <details>
      <summary>Settings of single faults</summary>
      <fieldset>
        <label
          >Late by (ms) <input name="delayMs" type="number" min="1" placeholder="10000"
        /></label>
        <label
          >Body takes (ms) <input name="durationMs" type="number" min="1" placeholder="6000"
        /></label>
        <label>Clock off by (ms) <input name="skewMs" type="number" placeholder="-60000" /></label>
        <label
          >Extra sendings <input name="extraTimes" type="number" min="1" placeholder="1"
        /></label>
        <label>Reversed among <input name="among" type="number" min="2" placeholder="2" /></label>
        <label
          >Gateway's status
          <input name="status" type="number" min="500" max="599" placeholder="503"
        /></label>
        <label
          >Tries it strikes <input name="tries" type="number" min="1" max="9" placeholder="1"
        /></label>
        ${selectField("Breaks in", "at", [
          ["", "the body"],
          ["answer", "the answer"],
        ])}
        ${checkboxField("The app hears of it before the gateway answers", "reachesApp")}
      </fieldset>
    </details>
    <button class="button" type="submit">Add to the plan</button>
  </form>`;
}
