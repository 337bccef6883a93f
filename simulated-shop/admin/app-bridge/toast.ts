import type { HostConnection } from "./host-connection.ts";

export type ToastOptions = {
  duration?: number;
  isError?: boolean;
  action?: string;
  onAction?: () => void;
  onDismiss?: () => void;
};

const DEFAULT_DURATION_MS = 5000;

/** `shopify.toast`: short messages at the foot of the admin. */
export function createToasts(host: HostConnection): {
  show(message: string, options?: ToastOptions): string;
  hide(id: string): void;
} {
  const shown = new Map<string, ToastOptions>();
  let count = 0;

  host.on((message) => {
    if (message.kind !== "toast-event") return;
    const options = shown.get(message.id);
    if (message.event === "action") options?.onAction?.();
    else {
      shown.delete(message.id);
      options?.onDismiss?.();
    }
  });

  return {
    show(message, options = {}) {
      count += 1;
      const id = String(count);
      shown.set(id, options);
      const { duration = DEFAULT_DURATION_MS, isError = false, action = null } = options;
      host.tell({
        kind: "toast-show",
        toast: { id, message, isError, actionLabel: action, durationMs: duration },
      });
      return id;
    },
    hide(id) {
      host.tell({ kind: "toast-hide", id });
    },
  };
}
