import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Customer } from "../../world/customer.ts";
import type { Order } from "../../world/order.ts";
import type { Admin } from "../admin-parts.ts";
import {
  consentSchema,
  mergeSchema,
  simulateConsent,
  simulateCustomerDeletion,
  simulateMerge,
} from "./change-customer.ts";
import { cancelSchema, simulateCancellation, simulateDeletion } from "./change-order.ts";
import {
  deleteSegmentSchema,
  renameSegmentSchema,
  simulateSegmentDeletion,
  simulateSegmentRename,
} from "./change-segment.ts";
import { changeTagsSchema, simulateTagChange } from "./change-tags.ts";
import {
  complianceSchema,
  expireTokens,
  faultsSchema,
  planFaults,
  requestCompliance,
  simulateUninstall,
} from "./disturb-app.ts";
import { checkOutSchema, simulateCheckOut, simulateCompletion } from "./check-out.ts";
import { editOrderSchema, simulateOrderEdit } from "./edit-order.ts";
import { moveClockSchema, simulateTime } from "./move-clock.ts";
import { refused, type SimulationOutcome } from "./outcome.ts";
import { placeOrderSchema, simulateOrder } from "./place-order.ts";
import { refundSchema, simulateRefund } from "./refund.ts";
import {
  cancelBulk,
  failNextBulk,
  failNextBulkSchema,
  loseNextFinish,
  revokeToken,
  sendAgain,
  tokenSchema,
} from "./steer-jobs.ts";
import { answerSimulation, readSimulationRequest } from "./simulation-request.ts";

const nothing = z.object({});

/** Serves `POST /simulate/…`: what customers, the merchant and time do. For the admin's forms and for tests. */
export function registerSimulationRoutes(app: Hono, admin: Admin): void {
  const { world } = admin;

  on("/simulate/checkout", checkOutSchema, (request) => simulateCheckOut(world, request));
  on("/simulate/checkouts/:id/complete", nothing, (_request, c) => {
    const checkout = world.checkouts.get(Number(c.req.param("id")));
    return checkout === undefined
      ? refused(404, "There is no such checkout.")
      : simulateCompletion(world, checkout);
  });
  on("/simulate/orders", placeOrderSchema, (request) => simulateOrder(world, request));
  onOrder("/simulate/orders/:id/refund", refundSchema, (order, request) =>
    simulateRefund(world, order, request),
  );
  onOrder("/simulate/orders/:id/cancel", cancelSchema, (order, request) =>
    simulateCancellation(world, order, request),
  );
  onOrder("/simulate/orders/:id/delete", nothing, (order) => simulateDeletion(world, order));
  onOrder("/simulate/orders/:id/edit", editOrderSchema, (order, request) =>
    simulateOrderEdit(world, order, request),
  );
  onCustomer("/simulate/customers/:id/tags", changeTagsSchema, (customer, request) =>
    simulateTagChange(world, customer, request),
  );
  onCustomer("/simulate/customers/:id/consent", consentSchema, (customer, request) =>
    simulateConsent(world, customer, request),
  );
  onCustomer("/simulate/customers/:id/merge", mergeSchema, (customer, request) =>
    simulateMerge(world, customer, request),
  );
  onCustomer("/simulate/customers/:id/delete", nothing, (customer) =>
    simulateCustomerDeletion(world, customer),
  );
  on("/simulate/segments/rename", renameSegmentSchema, (request) =>
    simulateSegmentRename(world, request),
  );
  on("/simulate/segments/delete", deleteSegmentSchema, (request) =>
    simulateSegmentDeletion(world, request),
  );
  on("/simulate/clock", moveClockSchema, (request) => simulateTime(world, request));
  on("/simulate/webhooks/faults", faultsSchema, (request) => planFaults(admin, request));
  on("/simulate/compliance", complianceSchema, (request) => requestCompliance(admin, request));
  on("/simulate/tokens/expire", nothing, () => expireTokens(admin));
  on("/simulate/tokens/revoke", tokenSchema, (request) => revokeToken(admin, request));
  on("/simulate/webhooks/:id/send-again", nothing, (_request, c) =>
    sendAgain(admin, c.req.param("id") ?? ""),
  );
  on("/simulate/bulk/lose-next-webhook", nothing, () => loseNextFinish(admin));
  on("/simulate/bulk/fail-next", failNextBulkSchema, (request) => failNextBulk(admin, request));
  on("/simulate/bulk/:id/cancel", nothing, (_request, c) =>
    cancelBulk(admin, Number(c.req.param("id"))),
  );
  on("/simulate/uninstall", nothing, () => simulateUninstall(admin));

  function on<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    act: (request: z.infer<Schema>, c: Context) => SimulationOutcome,
  ): void {
    app.post(path, async (c) => {
      const request = await readSimulationRequest(c);
      if (request === null)
        return c.json({ error: "The body is neither a JSON object nor a form." }, 400);
      const parsed = schema.safeParse(request.fields);
      const outcome = parsed.success
        ? attempt(() => act(parsed.data, c))
        : refused(400, z.prettifyError(parsed.error));
      return answerSimulation(c, request, outcome);
    });
  }

  function onOrder<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    act: (order: Order, request: z.infer<Schema>) => SimulationOutcome,
  ): void {
    on(path, schema, (request, c) => {
      const order = world.orders.get(Number(c.req.param("id")));
      return order === undefined ? refused(404, "There is no such order.") : act(order, request);
    });
  }

  function onCustomer<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    act: (customer: Customer, request: z.infer<Schema>) => SimulationOutcome,
  ): void {
    on(path, schema, (request, c) => {
      const customer = world.customers.get(Number(c.req.param("id")));
      return customer === undefined
        ? refused(404, "There is no such customer.")
        : act(customer, request);
    });
  }
}

/** The world answers with a RangeError what cannot be done: refunding too much, cancelling twice. */
function attempt(act: () => SimulationOutcome): SimulationOutcome {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError) return refused(409, error.message);
    throw error;
  }
}
