import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { percentile, roundTo } from "../in-memory/timing.ts";

export interface WebhookToSend {
  headers: Record<string, string>;
  body: string;
}

export interface LoadFigures {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

/** Shopify's own limit of deliveries under way is not known; as many as the simulated shop sends. */
const connections = 20;

/**
 * Sends at a steady rate for some seconds, whatever the answers take: a late answer delays no other request, and what
 * waits for a connection counts as waiting for the answer.
 */
export async function sendAtRate(
  url: string,
  perSecond: number,
  seconds: number,
  next: () => WebhookToSend,
): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 * connections });
  const answers: Promise<number>[] = [];
  const startedAt = performance.now();
  for (let nth = 0; nth < perSecond * seconds; nth += 1) {
    const dueAt = startedAt + (1000 * nth) / perSecond;
    const early = dueAt - performance.now();
    if (early > 1) await wait(early);
    answers.push(post(url, next(), agent).then(() => performance.now() - dueAt));
  }
  const latencies = await Promise.all(answers);
  const figures = figuresOf(latencies, performance.now() - startedAt);
  agent.destroy();
  return figures;
}

/** Sends so many as fast as they are answered. */
export async function sendAll(
  url: string,
  count: number,
  next: () => WebhookToSend,
): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let left = count;
  const startedAt = performance.now();
  async function sender(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const sentAt = performance.now();
      await post(url, next(), agent);
      latencies.push(performance.now() - sentAt);
    }
  }
  await Promise.all(Array.from({ length: connections }, sender));
  const figures = figuresOf(latencies, performance.now() - startedAt);
  agent.destroy();
  return figures;
}

function figuresOf(latencies: readonly number[], elapsedMs: number): LoadFigures {
  return {
    perSecond: Math.round((1000 * latencies.length) / elapsedMs),
    p50Ms: roundTo(percentile(latencies, 0.5), 1),
    p95Ms: roundTo(percentile(latencies, 0.95), 1),
    p99Ms: roundTo(percentile(latencies, 0.99), 1),
  };
}

function post(url: string, { headers, body }: WebhookToSend, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`a webhook was answered with HTTP ${String(answer.statusCode)}`));
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}
