import type { PlainMessageKey, Text } from "../../i18n/text.ts";
import type { ProgramProblem } from "../../use-cases/scoring/save-new-version.ts";
import type { ProgramForm } from "./program-form.ts";

/** By field as the program names it ("tiers.1.name", "policy.graceDays"), numbers of a list under the list's own name. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>;

export const NO_ERRORS: FieldErrors = {};

const BY_FIELD: [pattern: RegExp, message: PlainMessageKey][] = [
  [/^windowDays$/, "tiers.problem.window-days"],
  [/^weights$/, "tiers.problem.weight-sum"],
  [/^weights\./, "tiers.problem.weight-invalid"],
  [/^tiers$/, "tiers.problem.too-few"],
  [/^tiers\.\d+\.(name|key)$/, "tiers.problem.name"],
  [/^tiers\.\d+\.cutBp$/, "tiers.problem.share"],
  [/^tiers\.\d+\.keepBp$/, "tiers.problem.keep-share"],
  [/^tiers\.\d+\.colour$/, "tiers.problem.colour"],
  [/^tiers\.\d+\.benefits$/, "tiers.problem.benefits"],
  [/^tiers\.\d+\.when$/, "tiers.problem.overlap"],
  [/^tiers\.\d+\.when\./, "tiers.problem.bound"],
  [/^tiers\.\d+\.keepWhen$/, "tiers.problem.keep"],
  [/^tiers\.\d+\.keepWhen\./, "tiers.problem.bound"],
  [/^cutPoints\./, "tiers.problem.cut-points"],
  [/^policy\.(graceDays|minimumStayDays)$/, "tiers.problem.policy-days"],
  [/^policy\.welcome/, "tiers.problem.welcome-days"],
  [/^policy\.freezes\.\d+\.until$/, "tiers.problem.freeze-until"],
  [/^policy\.freezes/, "tiers.problem.freeze-date"],
  [/^groups/, "tiers.problem.groups"],
];

/** Says at each field, in the reader's language, what must change there. What no field is for stands under "". */
export function errorsAtFields(
  problems: readonly ProgramProblem[],
  form: ProgramForm,
  text: Text,
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field } of problems) {
    const [, message] = BY_FIELD.find(([pattern]) => pattern.test(field)) ?? [];
    const place = placeOf(field, form);
    errors[place ?? ""] ??= text(message ?? "tiers.problem.other");
  }
  return errors;
}

/** The field that shows it; undefined when the page has none. */
function placeOf(field: string, { tiers, groups }: ProgramForm): string | undefined {
  const lowest = tiers.length - 1;
  if (field === `tiers.${String(lowest)}.cutBp`) return "tiers";
  if (/^tiers\.\d+\.key$/.test(field)) return field.replace(/key$/, "name");
  // A number of a list is one of several in one field.
  if (field.startsWith("cutPoints.")) return field.split(".").slice(0, 2).join(".");
  if (field.startsWith("policy.welcome")) return "policy.welcome.days";
  if (field.startsWith("groups")) return groups === null ? undefined : "groups";
  return BY_FIELD.some(([pattern]) => pattern.test(field)) ? field : undefined;
}
