import polaris from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { Language } from "../languages.ts";
import { messages } from "./catalog.ts";

export const english: Language = { locale: "en", messages, polaris };
