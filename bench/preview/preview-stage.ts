import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { makeOrders } from "../score-database/made-base.ts";
import { openWebStage } from "../web/web-stage.ts";

const ordersPerCustomer = 5;

export interface PreviewStage {
  /** The answer's text. */
  preview(form: object): Promise<string>;
  /** A webhook nobody signed: refused after its body was read and hashed, without the database. */
  timeRefusedWebhookMs(): Promise<number>;
  /** Of the web process, its threads included. */
  peakMemoryMb(): number;
  close(): Promise<void>;
}

/** The real web process, in front of a shop whose base is made up inside the database, and scored. */
export async function openPreviewStage(customers: number): Promise<PreviewStage> {
  const stage = await openWebStage("echelon_bench_preview", async (app, databaseUrl, shop) => {
    const orders = customers * ordersPerCustomer;
    await makeOrders(databaseUrl, shop, { customers, orders, until: await app.now() });
    await scoreBase(app, shop, "import");
  });
  return {
    ...stage,
    async preview(form) {
      const { status, text } = await stage.ask({
        path: "/app/tiers/preview",
        routeId: "routes/app.tiers.preview",
        body: { form },
      });
      if (status !== 200) throw new Error(`the preview was answered with HTTP ${String(status)}`);
      return text;
    },
    async timeRefusedWebhookMs() {
      const startedAt = performance.now();
      const answer = await fetch(`${stage.appUrl}/webhooks/orders`, { method: "POST", body: "{}" });
      await answer.text();
      return performance.now() - startedAt;
    },
  };
}
