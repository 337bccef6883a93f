import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { RuleCount } from "../../use-cases/groups/ask-rule.ts";
import { asksShopify, ruleOf, type RuleForm } from "./rule-form.ts";

const TYPING_MS = 300;
/** A question to Shopify is dearer: it is asked once the merchant has stopped typing. */
const TYPING_FOR_SHOPIFY_MS = 900;
const ASKING_MS = 1500;

export interface LiveCount {
  /** The last answer; null before the first. */
  count: RuleCount | null;
  /** The answer is of an earlier form of the rule. */
  isOld: boolean;
}

/** How many customers a rule holds for, while it is typed. The newest request wins. */
export function useRuleCount(form: RuleForm): LiveCount {
  const { submit, data, state } = useFetcher<RuleCount>();
  const [asked, setAsked] = useState<string | null>(null);
  const rule = JSON.stringify(ruleOf(form));
  const typingMs = asksShopify(form) ? TYPING_FOR_SHOPIFY_MS : TYPING_MS;
  const isAsking = data?.kind === "asking" && state === "idle" && asked === rule;

  useEffect(() => {
    if (rule === asked && !isAsking) return undefined;
    const timer = setTimeout(
      () => {
        setAsked(rule);
        submit(rule, { method: "post", encType: "application/json", action: "/app/groups/count" });
      },
      rule === asked ? ASKING_MS : typingMs,
    );
    return () => clearTimeout(timer);
  }, [rule, asked, isAsking, typingMs, submit]);

  return { count: data ?? null, isOld: rule !== asked || state !== "idle" };
}
