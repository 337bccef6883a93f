import { SIMULATED_TOPICS } from "./topic-of-event.ts";

/** "orders/create" is ORDERS_CREATE in the schema, "customer.tags_added" CUSTOMER_TAGS_ADDED. */
export function schemaNameOf(topic: string): string {
  return topic.replaceAll(/[/.]/g, "_").toUpperCase();
}

const topicBySchemaName = new Map(SIMULATED_TOPICS.map((topic) => [schemaNameOf(topic), topic]));

/** The topic of a name in the schema, or undefined when this shop never sends it. */
export function topicOfSchemaName(name: string): string | undefined {
  return topicBySchemaName.get(name);
}
