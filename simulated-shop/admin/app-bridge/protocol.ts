/**
 * What the embedded app's page and the admin page around it tell each other by postMessage. The two run on different
 * origins; each side checks origin and window of what it hears before it looks at the message.
 */
const CHANNEL = "simulated-app-bridge";

export type NavItem = { readonly label: string; readonly href: string; readonly isHome: boolean };

export type TitleBarAction = {
  /** Position among the title bar's links and buttons; what is sent back when it is pressed. */
  readonly index: number;
  readonly label: string;
  readonly kind: "primary" | "secondary" | "breadcrumb";
  readonly isDisabled: boolean;
};

export type SaveBarView = {
  readonly isSaving: boolean;
  readonly canSave: boolean;
  readonly confirmsDiscard: boolean;
};

export type ToastView = {
  readonly id: string;
  readonly message: string;
  readonly isError: boolean;
  readonly actionLabel: string | null;
  readonly durationMs: number;
};

export type ResourcePickerRequest = {
  readonly type: "product" | "variant" | "collection";
  readonly verb: "add" | "select";
  /** How many may be chosen; null for any number. */
  readonly limit: number | null;
  readonly query: string;
  readonly selectedIds: readonly string[];
};

/** A question from the app; the host answers with `reply` and the same id. */
export type Question =
  | { readonly kind: "id-token" }
  /** May the page with unsaved changes be left? */
  | { readonly kind: "leave" }
  | { readonly kind: "resource-picker"; readonly request: ResourcePickerRequest };

export type AppMessage =
  | { readonly kind: "connected" }
  | {
      readonly kind: "location";
      /** Path, search and hash without Shopify's own parameters. */ readonly path: string;
      readonly title: string;
    }
  | { readonly kind: "nav-menu"; readonly items: readonly NavItem[] }
  | {
      readonly kind: "title-bar";
      readonly title: string | null;
      readonly actions: readonly TitleBarAction[];
    }
  | { readonly kind: "save-bar"; readonly view: SaveBarView | null }
  | { readonly kind: "toast-show"; readonly toast: ToastView }
  | { readonly kind: "toast-hide"; readonly id: string }
  | { readonly kind: "loading"; readonly isLoading: boolean }
  | { readonly kind: "modal"; readonly isOpen: boolean }
  /** Something outside the app: an admin page, or another site. */
  | { readonly kind: "open"; readonly url: string; readonly inNewTab: boolean }
  | { readonly kind: "question"; readonly id: number; readonly question: Question };

export type HostMessage =
  | { readonly kind: "reply"; readonly id: number; readonly value: unknown }
  | { readonly kind: "navigate"; readonly path: string }
  | { readonly kind: "save-bar-pressed"; readonly button: "save" | "discard" }
  | { readonly kind: "toast-event"; readonly id: string; readonly event: "action" | "dismiss" }
  | { readonly kind: "title-bar-pressed"; readonly index: number };

type Envelope<Sender, Message> = {
  readonly channel: typeof CHANNEL;
  readonly sender: Sender;
  readonly message: Message;
};
type FromApp = Envelope<"app", AppMessage>;
type FromHost = Envelope<"host", HostMessage>;

export function fromApp(message: AppMessage): FromApp {
  return { channel: CHANNEL, sender: "app", message };
}

export function fromHost(message: HostMessage): FromHost {
  return { channel: CHANNEL, sender: "host", message };
}

/** Is this a message of the app's page? The caller has checked which window sent it. */
export function isFromApp(data: unknown): data is FromApp {
  return senderOf(data) === "app";
}

/** Is this a message of the admin page? The caller has checked which window sent it. */
export function isFromHost(data: unknown): data is FromHost {
  return senderOf(data) === "host";
}

function senderOf(data: unknown): unknown {
  const isEnvelope =
    typeof data === "object" && data !== null && "channel" in data && data.channel === CHANNEL;
  return isEnvelope && "sender" in data ? data.sender : null;
}
