/** What a group is decided by: the three scores and whether this is the customer's only counted order ever. */
export type GroupCase = {
  recency: number;
  frequency: number;
  monetary: number;
  hasOneOrder: boolean;
};

/** Both ends included. */
export type ScoreRange = readonly [from: number, to: number];

/** Matches when everything it states holds; a rule that states nothing matches everybody. */
export type GroupRule = {
  key: string;
  recency?: ScoreRange | undefined;
  frequency?: ScoreRange | undefined;
  monetary?: ScoreRange | undefined;
  /** Of FM, see `frequencyMonetaryOf`. */
  frequencyMonetary?: ScoreRange | undefined;
  onlyOneOrder?: true | undefined;
};

/**
 * FM = floor((F + M + 1) / 2): the mean of both scores, halves up.
 *
 * Example: F 3 and M 4 → 4; F 3 and M 3 → 3.
 */
export function frequencyMonetaryOf(frequency: number, monetary: number): number {
  return Math.floor((frequency + monetary + 1) / 2);
}

export function ruleMatches(rule: GroupRule, each: GroupCase): boolean {
  if (rule.onlyOneOrder && !each.hasOneOrder) return false;
  return (
    isWithin(each.recency, rule.recency) &&
    isWithin(each.frequency, rule.frequency) &&
    isWithin(each.monetary, rule.monetary) &&
    isWithin(frequencyMonetaryOf(each.frequency, each.monetary), rule.frequencyMonetary)
  );
}

/** Every combination of scores and number of orders; also those that no shop can produce. */
export function listGroupCases(levels: number): GroupCase[] {
  const scores = Array.from({ length: levels }, (_, index) => index + 1);
  return [true, false].flatMap((hasOneOrder) =>
    scores.flatMap((recency) =>
      scores.flatMap((frequency) =>
        scores.map((monetary) => ({ recency, frequency, monetary, hasOneOrder })),
      ),
    ),
  );
}

function isWithin(score: number, range: ScoreRange | undefined): boolean {
  return range === undefined || (score >= range[0] && score <= range[1]);
}
