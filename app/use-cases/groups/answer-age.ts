/** An answer of Shopify's is good for a day: the groups that go by it are worked out anew each day. */
const answerHours = 24;

/** Answers from before this moment are old. */
export function answersOlderThan(): Date {
  return new Date(Date.now() - answerHours * 3_600_000);
}
