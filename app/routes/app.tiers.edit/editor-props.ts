import type { FieldErrors } from "./field-errors.ts";
import type { ProgramForm } from "./program-form.ts";

/** What every card of the editor gets. */
export interface EditorProps {
  form: ProgramForm;
  onChange: (form: ProgramForm) => void;
  errors: FieldErrors;
}
