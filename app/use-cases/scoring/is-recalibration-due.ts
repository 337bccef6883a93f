import type { Shop } from "../../persistence/shops.ts";
import { evaluationOf, nextEvaluationDay, type Program } from "../../scoring/index.ts";

/** Whether a day on which the program calibrates anew has come since the base was calibrated last. */
export function isRecalibrationDue(
  program: Program,
  { recalibratedDay }: Pick<Shop, "recalibratedDay">,
  day: number,
): boolean {
  if (recalibratedDay === null) return true;
  return nextEvaluationDay(evaluationOf(program), recalibratedDay) <= day;
}
