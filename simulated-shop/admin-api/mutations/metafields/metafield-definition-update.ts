import type { MetafieldValidation } from "../../../world/metafield-definition.ts";
import {
  pinMetafieldDefinition,
  pinnedDefinitionsOf,
  unpinMetafieldDefinition,
} from "../../../world/metafield-definition-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import {
  readAccess,
  readCapabilities,
  type AccessInput,
  type CapabilitiesInput,
} from "../../metafields/definition-settings.ts";
import { problemsWithValidations } from "../../metafields/definition-validations.ts";
import { openNamespace } from "../../metafields/namespace-access.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import {
  lookUpDefinition,
  MAX_PINNED,
  PIN_LIMIT_REACHED,
  problemsWithTexts,
} from "./metafield-definition-rules.ts";
import { userError, type UserError } from "../user-error.ts";

type UpdateInput = {
  access?: AccessInput | null;
  capabilities?: CapabilitiesInput | null;
  constraintsUpdates?: object | null;
  description?: string | null;
  key: string;
  name?: string | null;
  namespace?: string | null;
  ownerType: string;
  pin?: boolean | null;
  validations?: readonly MetafieldValidation[] | null;
};

/** `metafieldDefinitionUpdate`: owner type, namespace and key name the definition and never change. */
export function metafieldDefinitionUpdate(
  _root: unknown,
  { definition: input }: { definition: UpdateInput },
  { shop }: RequestContext,
) {
  const { world, config } = shop;
  openNamespace(input.namespace, config.clientId, "metafieldDefinitionUpdate");
  if (input.constraintsUpdates != null)
    throw unansweredError("MetafieldDefinitionUpdateInput", "constraintsUpdates");
  const refuse = (...userErrors: UserError[]) => ({
    updatedDefinition: null,
    validationJob: null,
    userErrors,
  });
  const definition = lookUpDefinition(shop, { identifier: input });
  if (definition === undefined)
    return refuse(userError(["definition"], "Definition not found.", "NOT_FOUND"));
  const problems = [
    ...problemsWithTexts(input, ["definition"]),
    ...problemsWithValidations(definition.type, input.validations ?? definition.validations),
  ];
  if (problems.length > 0) return refuse(...problems);
  const access = readAccess(input.access, definition.namespace, "INVALID_INPUT", definition.access);
  if ("error" in access) return refuse(access.error);
  const capabilities = readCapabilities(input.capabilities, definition, definition.capabilities);
  if ("error" in capabilities) return refuse(capabilities.error);
  const pins = input.pin === true && definition.pinnedPosition === null;
  if (pins && pinnedDefinitionsOf(world, definition.ownerType).length >= MAX_PINNED)
    return refuse({ ...PIN_LIMIT_REACHED, field: ["definition"] });

  if (pins) pinMetafieldDefinition(world, definition);
  if (input.pin === false) unpinMetafieldDefinition(world, definition);
  Object.assign(definition, access, capabilities, {
    name: input.name ?? definition.name,
    description: input.description === undefined ? definition.description : input.description,
    validations: input.validations ?? definition.validations,
  });
  world.revision += 1;
  return { updatedDefinition: definition, validationJob: null, userErrors: [] };
}
