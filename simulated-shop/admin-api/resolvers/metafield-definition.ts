import { findMetafield } from "../../world/metafield.ts";
import type {
  MetafieldCapabilities,
  MetafieldDefinition,
} from "../../world/metafield-definition.ts";
import { ownersOfDefinition } from "../../world/metafield-definition-actions.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { isEligible } from "../metafields/definition-settings.ts";
import { categoryOf } from "../metafields/metafield-types.ts";
import { ownedMetafield } from "./metafield.ts";
import { nodeFields } from "./node-fields.ts";

export const metafieldDefinitionResolvers = {
  id: nodeFields.id,
  name: ({ name }: MetafieldDefinition) => name,
  namespace: ({ namespace }: MetafieldDefinition) => namespace,
  key: ({ key }: MetafieldDefinition) => key,
  description: ({ description }: MetafieldDefinition) => description,
  ownerType: ({ ownerType }: MetafieldDefinition) => ownerType,
  type: ({ type }: MetafieldDefinition) => ({ name: type, category: categoryOf(type) }),
  validations: ({ validations }: MetafieldDefinition) => validations,
  access: ({ access }: MetafieldDefinition) => access,
  capabilities: (definition: MetafieldDefinition) => ({
    adminFilterable: {
      ...capability(definition, "adminFilterable"),
      status: definition.capabilities.adminFilterable ? "FILTERABLE" : "NOT_FILTERABLE",
    },
    analyticsQueryable: capability(definition, "analyticsQueryable"),
    cartToOrderCopyable: capability(definition, "cartToOrderCopyable"),
    smartCollectionCondition: capability(definition, "smartCollectionCondition"),
    uniqueValues: capability(definition, "uniqueValues"),
  }),
  useAsCollectionCondition: ({ capabilities }: MetafieldDefinition) =>
    capabilities.smartCollectionCondition,
  // No definition of this shop is limited to a category of products.
  constraints: (_definition: MetafieldDefinition) => ({
    key: null,
    values: new Connection([], { first: 0 }, () => ({ id: 0, value: 0 })),
  }),
  pinnedPosition: ({ pinnedPosition }: MetafieldDefinition) => pinnedPosition,
  standardTemplate: () => null,
  validationStatus: () => "ALL_VALID",
  metafieldsCount: (definition: MetafieldDefinition, _args: unknown, { shop }: RequestContext) =>
    ownersOfDefinition(shop.world, definition).length,
  metafields: (definition: MetafieldDefinition, args: ConnectionArgs, { shop }: RequestContext) => {
    const rows = ownersOfDefinition(shop.world, definition).flatMap((owner) => {
      const metafield = findMetafield(owner, definition.namespace, definition.key);
      return metafield === null ? [] : [ownedMetafield(metafield, owner)];
    });
    return new Connection(
      rows.sort((a, b) => a.id - b.id),
      args,
      ({ id }) => ({ id, value: id }),
    );
  },
} satisfies TypeResolvers;

function capability(definition: MetafieldDefinition, name: keyof MetafieldCapabilities) {
  return { enabled: definition.capabilities[name], eligible: isEligible(name, definition) };
}
