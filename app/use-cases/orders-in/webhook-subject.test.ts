import { expect, test } from "vitest";
import { subjectOf } from "./webhook-subject.ts";

test("an order's webhook is kept as the order's id, without the person in it", () => {
  const body = {
    id: 820982911946154500,
    admin_graphql_api_id: "gid://shopify/Order/820982911946154508",
    email: "jon@example.com",
    customer: { id: 1, first_name: "Jon" },
  };
  expect(subjectOf("orders/create", body)).toEqual({ orderId: "820982911946154508" });
});

test("a refund's webhook names its order", () => {
  expect(subjectOf("refunds/create", { id: 1, order_id: 450789469 })).toEqual({
    orderId: "450789469",
  });
});

test("a deleted order is only an id", () => {
  expect(subjectOf("orders/delete", { id: 820982911 })).toEqual({ orderId: "820982911" });
});

test("an edit names the order that was edited", () => {
  const body = { order_edit: { id: 1, order_id: 450789469, line_items: { additions: [] } } };
  expect(subjectOf("orders/edited", body)).toEqual({ orderId: "450789469" });
});

test("the end of a bulk operation names the operation", () => {
  const body = {
    admin_graphql_api_id: "gid://shopify/BulkOperation/147595010",
    status: "completed",
  };
  expect(subjectOf("bulk_operations/finish", body)).toEqual({ operationId: "147595010" });
});

test("a merge names the customer who is gone, and who was kept", () => {
  const body = {
    admin_graphql_api_customer_kept_id: "gid://shopify/Customer/1",
    admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/2",
  };
  expect(subjectOf("customers/merge", body)).toEqual({ customerId: "2", keptId: "1" });
});

test("of a customer's tags only ours are kept, in whatever case", () => {
  const tags = [
    "cousin of Jon",
    "Echelon:tier:Core",
    "echelon:group:new",
    "echelon:tier:a,b",
    "echelon:x",
  ];
  expect(
    subjectOf("customer.tags_added", { customerId: "gid://shopify/Customer/1", tags }, ["echelon"]),
  ).toEqual({ customerId: "1", tags: "Echelon:tier:Core,echelon:group:new" });
});

test("a redaction names the customer", () => {
  const body = {
    customer: { id: 207119551, email: "jon@example.com", phone: "555" },
    orders_to_redact: [],
  };
  expect(subjectOf("customers/redact", body)).toEqual({ customerId: "207119551" });
});

test.each([
  ["orders/create", {}],
  ["orders/create", { admin_graphql_api_id: "gid://shopify/Order/1; DROP TABLE orders" }],
  ["orders/create", { admin_graphql_api_id: "gid://shopify/Customer/1" }],
  ["orders/edited", { order_id: 1 }],
  ["customers/merge", { admin_graphql_api_customer_deleted_id: 2 }],
  ["customer.tags_added", { customerId: "gid://shopify/Customer/1", tags: "vip" }],
  ["refunds/create", { order_id: -1 }],
  ["refunds/create", { order_id: 1.5 }],
  ["customers/redact", { customer: null }],
])("a %s without a proper id has no subject", (topic, body) => {
  expect(subjectOf(topic, body)).toBeNull();
});
