import { z } from "zod";

/** What a discount gives, as it is stored and as the form sends it. Amounts are minor units of the shop's currency. */
export type Terms = z.infer<typeof termsSchema>;
export type Offer = Terms["offer"];
export type Items = z.infer<typeof itemsSchema>;
export type Threshold = z.infer<typeof thresholdSchema>;

/** Shopify's own bounds. */
const mostCharacters = 255;
const mostUses = 2_147_483_647;
const mostPieces = 99_999;
const mostPicked = 100;

const pieces = z.int("whole-number").min(1, "one-or-more").max(mostPieces, "too-many");
const amount = z.int("amount").positive("amount").max(1e15, "amount");
const percent = z.int("percent").min(1, "percent").max(100, "percent");
const uses = z.int("whole-number").min(1, "one-or-more").max(mostUses, "too-many").nullable();
const day = z.iso.date("date");

/** What was picked, with the title it had then: for the page only. */
const picked = z
  .array(
    z.strictObject({ id: z.string().regex(/^\d{1,19}$/), title: z.string().max(mostCharacters) }),
  )
  .min(1, "pick-one")
  .max(mostPicked, "pick-fewer");
const someItemsSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("collections"), picked }),
  z.strictObject({ kind: z.literal("products"), picked }),
]);
const itemsSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  ...someItemsSchema.options,
]);
const thresholdSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("amount"), minorUnits: amount }),
  z.strictObject({ kind: z.literal("quantity"), quantity: pieces }),
]);
const offerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("percentage"), percent, items: itemsSchema }),
  z.strictObject({ kind: z.literal("amount"), minorUnits: amount, items: itemsSchema }),
  z.strictObject({ kind: z.literal("free-shipping"), ratesUpToMinorUnits: amount.nullable() }),
  z.strictObject({
    kind: z.literal("buy-x-get-y"),
    buys: thresholdSchema,
    buysItems: itemsSchema,
    gets: pieces,
    // Shopify does not give away whatever there is.
    getsItems: someItemsSchema,
    /** Off what is got: 100 = free. */
    percent,
    usesPerOrder: uses,
  }),
]);

/** Problems are words the form knows, see app/routes/app.publishing.discounts.$id/field-problems.ts. */
export const termsSchema = z
  .strictObject({
    title: z.string().trim().min(1, "empty").max(mostCharacters, "too-long"),
    method: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("automatic") }),
      z.strictObject({
        kind: z.literal("code"),
        code: z
          .string()
          .trim()
          .min(1, "empty")
          .max(mostCharacters, "too-long")
          .regex(/^[^\r\n]*$/, "empty"),
      }),
    ]),
    offer: offerSchema,
    minimum: thresholdSchema.nullable(),
    /** Calendar dates in the shop's time zone, both included. */
    startsOn: day,
    endsOn: day.nullable(),
    usageLimit: uses,
    oncePerCustomer: z.boolean(),
    combinesWith: z.strictObject({
      orderDiscounts: z.boolean(),
      productDiscounts: z.boolean(),
      shippingDiscounts: z.boolean(),
    }),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ["endsOn"],
    message: "ends-before-start",
  });
