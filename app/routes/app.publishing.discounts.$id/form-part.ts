import type { DiscountPage } from "../../use-cases/pages/discount-page.ts";
import type { DiscountFields } from "./discount-form.ts";
import type { DiscountErrors } from "./field-problems.ts";

/** What each card of the form gets. */
export interface FormPart {
  page: DiscountPage;
  fields: DiscountFields;
  errors: DiscountErrors;
  onChange: (change: Partial<DiscountFields>) => void;
}
