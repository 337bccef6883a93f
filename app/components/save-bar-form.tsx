import { useEffect, useRef, type ReactNode } from "react";
import { useLeaveGuard } from "./use-leave-guard.ts";

interface SaveBarFormProps {
  /** What would be saved, as text; the bar shows while it differs from `saved`. */
  value: string;
  saved: string;
  /** How often saving was refused: submitting hides the bar, and what was refused is still unsaved. */
  refusals: number;
  /** Pages that may be opened meanwhile: they lead back, and nothing is lost. */
  unguarded?: readonly string[];
  onSave: () => void;
  onDiscard: () => void;
  children: ReactNode;
}

/**
 * A form whose Save and Discard stand in the admin's own bar. App Bridge shows the bar on the form's input events, but
 * adding or removing a row makes none: so a hidden field carries the whole value and reports each change of it.
 */
export function SaveBarForm({
  value,
  saved,
  refusals,
  unguarded = [],
  onSave,
  onDiscard,
  children,
}: SaveBarFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const carrier = useRef<HTMLInputElement>(null);
  const isDirty = value !== saved;
  useLeaveGuard(isDirty, unguarded);

  useEffect(() => {
    if (!isDirty) return;
    carrier.current?.dispatchEvent(new Event("input", { bubbles: true }));
    carrier.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, [value, isDirty, refusals]);

  useEffect(() => {
    if (refusals > 0 && form.current !== null) showFirstError(form.current);
  }, [refusals]);

  return (
    <form
      ref={form}
      data-save-bar
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onReset={(event) => {
        event.preventDefault();
        onDiscard();
      }}
    >
      <input ref={carrier} type="hidden" name="value" value={`${refusals} ${value}`} readOnly />
      {children}
    </form>
  );
}

/** Save stands in the bar at the top, what was wrong perhaps below the fold: there the merchant is taken. */
function showFirstError(form: HTMLFormElement) {
  // Polaris marks its fields, and names the messages that stand alone "…Error".
  const first = form.querySelector('[aria-invalid="true"], [id$="Error"]');
  if (first instanceof HTMLInputElement) first.focus();
  else first?.scrollIntoView({ block: "center" });
}
