import type { Condition, MemberRule } from "../../use-cases/groups/rule-words.ts";

/** One condition as it is typed. `id` only tells rows apart on the screen. */
export interface ConditionForm {
  id: string;
  /** What is asked, see `subjectOf`: "count:orders", "label:tier", "field:text:facts.gender". */
  subject: string;
  compare: string;
  value: string;
}

export interface BlockForm {
  id: string;
  match: "all" | "any";
  conditions: ConditionForm[];
}

export interface RuleForm {
  match: "all" | "any";
  parts: (ConditionForm | BlockForm)[];
}

export function isBlock(part: ConditionForm | BlockForm): part is BlockForm {
  return "conditions" in part;
}

/** What is sent to be counted or saved. What cannot be read as a number becomes null there, and is refused at its place. */
export function ruleOf({ match, parts }: RuleForm) {
  return {
    match,
    conditions: parts.map((part) =>
      isBlock(part)
        ? { kind: "block", match: part.match, conditions: part.conditions.map(conditionOf) }
        : conditionOf(part),
    ),
  };
}

function conditionOf({ subject, compare, value }: ConditionForm) {
  const [kind = "", of = "", name = ""] = subject.split(":");
  const is = compare === "is";
  const values = value === "" ? [] : value.split(",");
  switch (kind) {
    case "count":
      return { kind, of, compare, value: value.trim() === "" ? Number.NaN : Number(value) };
    case "amount":
      return { kind, of, compare, amount: value.trim() };
    case "label":
      return { kind, family: of, is, keys: values };
    case "stage":
    case "risk":
      return { kind, is, keys: values };
    case "trait":
    case "interest":
      return { kind, is, trait: value };
    case "country":
      return { kind, is, codes: values };
    case "product":
      return { kind, is, productId: value };
    case "product-type":
      return { kind, is, productType: value };
    case "date":
      return { kind, of, compare, date: value };
    case "tag":
      return { kind, is, tag: value };
    default: {
      const [namespace = "", key = ""] = name.split(".");
      return { kind, namespace, key, type: of, compare, value };
    }
  }
}

/** A stored rule in the form. */
export function formOfRule({ match, conditions }: MemberRule): RuleForm {
  return {
    match,
    parts: conditions.map((each, index) =>
      each.kind === "block"
        ? {
            id: `saved-${String(index)}`,
            match: each.match,
            conditions: each.conditions.map((inner, place) =>
              formOfCondition(inner, `saved-${String(index)}-${String(place)}`),
            ),
          }
        : formOfCondition(each, `saved-${String(index)}`),
    ),
  };
}

function formOfCondition(condition: Condition, id: string): ConditionForm {
  const is = "is" in condition && condition.is ? "is" : "is-not";
  switch (condition.kind) {
    case "count": {
      const { of, compare, value } = condition;
      return { id, subject: `count:${of}`, compare, value: String(value) };
    }
    case "amount": {
      const { of, compare, amount } = condition;
      return { id, subject: `amount:${of}`, compare, value: amount };
    }
    case "label":
      return {
        id,
        subject: `label:${condition.family}`,
        compare: is,
        value: condition.keys.join(),
      };
    case "stage":
    case "risk":
      return { id, subject: condition.kind, compare: is, value: condition.keys.join() };
    case "trait":
    case "interest":
      return { id, subject: condition.kind, compare: is, value: condition.trait };
    case "country":
      return { id, subject: "country", compare: is, value: condition.codes.join() };
    case "product":
      return { id, subject: "product", compare: is, value: condition.productId };
    case "product-type":
      return { id, subject: "product-type", compare: is, value: condition.productType };
    case "date": {
      const { of, compare, date } = condition;
      return { id, subject: `date:${of}`, compare, value: date };
    }
    case "tag":
      return { id, subject: "tag", compare: is, value: condition.tag };
    case "field": {
      const { type, namespace, key, compare, value } = condition;
      return { id, subject: `field:${type}:${namespace}.${key}`, compare, value };
    }
  }
}

/** Whether the answer has to come from Shopify, which takes a moment. */
export function asksShopify({ parts }: RuleForm): boolean {
  return parts.some((part) =>
    (isBlock(part) ? part.conditions : [part]).some(({ subject }) => /^(tag|field)/.test(subject)),
  );
}
