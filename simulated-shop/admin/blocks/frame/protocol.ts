/** What the page of a block or an action and the customer page around it tell each other. Each checks who speaks. */
const CHANNEL = "simulated-admin-block";

/** What the customer page knows of a block or an action that it frames. */
export type FramedExtension = {
  readonly src: string;
  readonly storePath: string;
  /** Where the admin shows the app's own pages. */
  readonly appBase: string;
};

/** What a block's page is given with its address. */
export type BlockStart = {
  readonly target: string;
  /** "gid://shopify/Customer/7" */
  readonly selectedGid: string;
  /** Where the app answers; null when it is not known. */
  readonly appUrl: string | null;
  readonly locale: string;
  readonly words: Readonly<Record<string, unknown>>;
  /** For what `words` lack. */
  readonly defaultWords: Readonly<Record<string, unknown>>;
};

export type DirectRequest = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly version?: string | undefined;
};

export type BlockQuestion =
  { readonly kind: "query"; readonly request: DirectRequest } | { readonly kind: "id-token" };

export type BlockMessage =
  | { readonly kind: "height"; readonly heightPx: number }
  /** A page of the app, of the admin, or another site. */
  | { readonly kind: "open"; readonly address: string; readonly inNewTab: boolean }
  | { readonly kind: "problem"; readonly message: string }
  /** An action has done its work. */
  | { readonly kind: "close" }
  | { readonly kind: "question"; readonly id: number; readonly question: BlockQuestion };

export type BlockReply = { readonly id: number; readonly value: unknown };

type Envelope<Message> = { readonly channel: typeof CHANNEL; readonly message: Message };

export function inEnvelope<Message>(message: Message): Envelope<Message> {
  return { channel: CHANNEL, message };
}

/** The caller has checked which window sent it. */
export function isBlockMessage(data: unknown): data is Envelope<BlockMessage> {
  return isEnvelope(data);
}

export function isBlockReply(data: unknown): data is Envelope<BlockReply> {
  return isEnvelope(data);
}

function isEnvelope(data: unknown): boolean {
  return typeof data === "object" && data !== null && "channel" in data && data.channel === CHANNEL;
}
