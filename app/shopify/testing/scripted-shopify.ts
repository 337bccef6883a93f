import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { createAdminClient, type AdminClient, type AdminClientSettings } from "../admin-client.ts";
import { openShopifyNetwork } from "../simulated-network.ts";

export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, or as it is when it is bytes or text. */
  body?: unknown;
  /** Ends the connection after so many bytes of the body; 0 = before any answer. */
  hangUpAfterBytes?: number;
}

export interface ScriptedShopify {
  origin: string;
  received: ReceivedRequest[];
  /** The variables of one of the calls, the first unless told. */
  sentVariables(index?: number): Record<string, unknown>;
  /** Milliseconds the client was told to wait; no test waits for real. */
  waitsMs: number[];
  admin: AdminClient;
  close(): Promise<void>;
}

/** A server that speaks Shopify's shapes from a script: one function that answers every request, in order. */
export async function startScriptedShopify(
  answer: (request: ReceivedRequest, index: number) => ScriptedAnswer,
  settings: Partial<AdminClientSettings> = {},
): Promise<ScriptedShopify> {
  const received: ReceivedRequest[] = [];
  const waitsMs: number[] = [];
  let clockMs = 0;
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const { method = "", url: path = "", headers } = request;
      const current = { method, path, headers, text };
      received.push(current);
      send(response, answer(current, received.length - 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const admin = createAdminClient({
    shop: "a-shop.myshopify.com",
    accessToken: async () => "token-1",
    fetch: openShopifyNetwork(origin, "http://127.0.0.1").fetch,
    clock: () => clockMs,
    sleep: async (ms) => {
      waitsMs.push(ms);
      clockMs += ms;
    },
    ...settings,
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const sentVariables = (index = 0) => variablesIn(received[index]?.text ?? "");
  return { origin, received, sentVariables, waitsMs, admin, close };
}

const graphqlCall = z.object({ variables: z.record(z.string(), z.unknown()) });

export function variablesIn(text: string): Record<string, unknown> {
  return graphqlCall.parse(JSON.parse(text)).variables;
}

/** A GraphQL answer with the cost every answer of Shopify carries. */
export function graphqlAnswer(
  body: { data?: unknown; errors?: unknown },
  { requested = 10, available = 1_990 }: { requested?: number; available?: number } = {},
): ScriptedAnswer {
  const throttleStatus = {
    maximumAvailable: 2_000,
    currentlyAvailable: available,
    restoreRate: 100,
  };
  const cost = { requestedQueryCost: requested, actualQueryCost: requested, throttleStatus };
  return { body: { ...body, extensions: { cost } } };
}

function send(
  response: ServerResponse,
  { status = 200, headers, body, hangUpAfterBytes }: ScriptedAnswer,
): void {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const bytes = Buffer.from(isRaw ? body : JSON.stringify(body ?? {}));
  if (hangUpAfterBytes === 0) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": bytes.length,
    ...headers,
  });
  if (hangUpAfterBytes === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, hangUpAfterBytes), () => response.destroy());
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
