import type { Discount, RedeemCode } from "../../../world/discount.ts";
import type { World } from "../../../world/world.ts";
import { Connection, type ConnectionArgs } from "../../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../../field-resolver.ts";
import { dateTimeText } from "../../resolvers/scalar-text.ts";
import type { UserError } from "../user-error.ts";

type CreatedCode = {
  readonly code: string;
  readonly errors: readonly UserError[];
  readonly discountRedeemCode: RedeemCode | null;
};

/** One `discountRedeemCodeBulkAdd`. Codes are there at once; the first answer still says it is not done. */
type BulkCreation = {
  readonly gidType: "DiscountRedeemCodeBulkCreation";
  readonly id: number;
  readonly discount: Discount;
  readonly codes: readonly CreatedCode[];
  readonly createdAtMs: number;
  isDone: boolean;
};

/** By world, since they are an answer of the API and nothing the shop knows. */
const creationsByWorld = new WeakMap<World, Map<number, BulkCreation>>();

export function noteBulkCreation(
  world: World,
  discount: Discount,
  codes: readonly CreatedCode[],
): BulkCreation {
  const creation: BulkCreation = {
    gidType: "DiscountRedeemCodeBulkCreation",
    id: world.ids.take("DiscountCode"),
    discount,
    codes,
    createdAtMs: world.clock.nowMs(),
    isDone: false,
  };
  const creations = creationsByWorld.get(world) ?? new Map<number, BulkCreation>();
  creationsByWorld.set(world, creations.set(creation.id, creation));
  return creation;
}

export const bulkCreationQueries = {
  discountRedeemCodeBulkCreation: (
    _root: unknown,
    { id }: { id: string },
    { shop }: RequestContext,
  ) => {
    const creation = creationsByWorld.get(shop.world)?.get(Number(id.split("/").at(-1)));
    if (creation !== undefined) creation.isDone = true;
    return creation ?? null;
  },
} satisfies TypeResolvers;

export const bulkCreationResolvers = {
  id: ({ id }: BulkCreation) => `gid://shopify/DiscountRedeemCodeBulkCreation/${id}`,
  done: ({ isDone }: BulkCreation) => isDone,
  createdAt: ({ createdAtMs }: BulkCreation) => dateTimeText(createdAtMs),
  discountCode: ({ discount }: BulkCreation) => discount,
  codesCount: ({ codes }: BulkCreation) => codes.length,
  importedCount: ({ codes, isDone }: BulkCreation) =>
    isDone ? codes.filter(({ errors }) => errors.length === 0).length : 0,
  failedCount: ({ codes, isDone }: BulkCreation) =>
    isDone ? codes.filter(({ errors }) => errors.length > 0).length : 0,
  codes: ({ codes }: BulkCreation, args: ConnectionArgs) =>
    new Connection(
      codes.map((code, index) => ({ ...code, index })),
      args,
      ({ index }) => ({ id: index, value: index }),
    ),
} satisfies TypeResolvers;
