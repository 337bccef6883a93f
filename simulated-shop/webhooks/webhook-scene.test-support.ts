import { z } from "zod";
import type { SimulatedShopConfig } from "../context.ts";
import { addCustomer } from "../world/add-customer.ts";
import { addProduct } from "../world/add-product.ts";
import type { Customer } from "../world/customer.ts";
import type { Order } from "../world/order.ts";
import { placeOrder } from "../world/place-order.ts";
import { createWorld, type World } from "../world/world.ts";
import { startWebhooks, type Webhooks } from "./start-webhooks.ts";
import {
  startWebhookReceiver,
  type ReceivedWebhook,
  type WebhookReceiver,
} from "./webhook-receiver.test-support.ts";

export const SECRET = "client-secret";

export type Subscribing = {
  readonly uri?: string;
  readonly includeFields?: readonly string[];
  readonly retryDelaysMs?: readonly number[];
};

/** A shop in New York that sells in pounds, one app that listens, one customer and one product. */
export class WebhookScene {
  readonly installation = { isInstalled: true };
  readonly receiver: WebhookReceiver;
  readonly world: World;
  readonly config: SimulatedShopConfig;
  readonly ada: Customer;
  #running: Webhooks | null = null;

  static async open(): Promise<WebhookScene> {
    return new WebhookScene(await startWebhookReceiver());
  }

  private constructor(receiver: WebhookReceiver) {
    this.receiver = receiver;
    this.world = createWorld({
      name: "A Shop",
      domain: "a-shop.myshopify.com",
      email: "owner@example.com",
      currencyCode: "GBP",
      timeZone: "America/New_York",
      countryCode: "GB",
      plan: "standard",
      nowMs: Date.parse("2026-11-22T23:59:59-05:00"),
    });
    this.config = {
      shopDomain: this.world.shop.domain,
      clientId: "client-id",
      clientSecret: SECRET,
      accessToken: "shpat_x",
      plan: "standard",
      scopes: [],
      protectedData: "level2",
      searchLagSeconds: 0,
      appUrl: receiver.url,
      url: "",
    };
    const name = { firstName: "Ada", lastName: "Lovelace" };
    this.ada = addCustomer(this.world, { email: "ada@example.com", ...name });
  }

  /** Starts sending these topics to the app. */
  subscribe(
    topics: readonly string[],
    { uri = "/webhooks", includeFields, retryDelaysMs = [] }: Subscribing = {},
  ): Webhooks {
    const webhookSubscriptions = topics.map((topic) => {
      return { topic, uri, name: null, includeFields: includeFields ?? null };
    });
    this.#running = startWebhooks(
      { world: this.world, config: this.config },
      {
        installation: this.installation,
        retryDelaysMs,
        retryTimeLapse: 1,
        appConfiguration: { webhookApiVersion: "2026-07", webhookSubscriptions },
      },
    );
    return this.#running;
  }

  /** Ada buys two teas at 12.50 each. */
  order(): Order {
    const [known] = this.world.products.values();
    const tea = { title: "Tea", sku: "TEA", productType: "Food", vendor: "Us", priceMinor: 1250 };
    const product = known ?? addProduct(this.world, tea);
    return placeOrder(this.world, {
      customer: this.ada,
      lineItems: [{ product, quantity: 2, unitPriceMinor: 1250, discountMinor: 0 }],
    });
  }

  async close(): Promise<void> {
    await this.#running?.stop();
    await this.receiver.close();
  }
}

export function payloadOf(webhook: ReceivedWebhook | undefined): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(webhook?.body ?? ""));
}
