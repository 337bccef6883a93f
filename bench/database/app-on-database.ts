import { createTokenCipher } from "../../app/shopify/token-cipher.ts";
import { pino } from "pino";
import type { App } from "../../app/use-cases/app.ts";

/** Use cases on a database alone, for work that asks no shop and on whose jobs nobody works. */
export function appOnDatabase(
  db: App["db"],
  now: () => Date,
  log: App["log"] = pino({ level: "silent" }),
): App {
  return {
    db,
    log,
    enqueue: () => Promise.resolve(),
    now: () => Promise.resolve(now()),
    adminOf: () => Promise.reject(new Error("this work asks no shop")),
    seal: createTokenCipher("a secret of tests"),
    runAlone: (_name, work) => work(),
  };
}
