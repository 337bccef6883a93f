import {
  findMetafieldDefinition,
  type MetafieldValidation,
} from "../../../world/metafield-definition.ts";
import {
  createMetafieldDefinition,
  pinnedDefinitionsOf,
} from "../../../world/metafield-definition-actions.ts";
import type { World } from "../../../world/world.ts";
import type { RequestContext } from "../../field-resolver.ts";
import {
  readAccess,
  readCapabilities,
  type AccessInput,
  type CapabilitiesInput,
} from "../../metafields/definition-settings.ts";
import { problemsWithValidations } from "../../metafields/definition-validations.ts";
import { DEFINABLE_TYPES } from "../../metafields/metafield-types.ts";
import { problemsWithCharacters, problemsWithLengths } from "../../metafields/name-rules.ts";
import { openNamespace } from "../../metafields/namespace-access.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { MAX_PINNED, PIN_LIMIT_REACHED, problemsWithTexts } from "./metafield-definition-rules.ts";
import { userError, type UserError } from "../user-error.ts";

type DefinitionInput = {
  access?: AccessInput | null;
  capabilities?: CapabilitiesInput | null;
  constraints?: object | null;
  description?: string | null;
  key: string;
  name: string;
  namespace?: string | null;
  ownerType: string;
  pin?: boolean | null;
  type: string;
  validations?: readonly MetafieldValidation[] | null;
};

const MAX_DEFINITIONS_PER_OWNER_TYPE = 256;
/** `metafieldDefinitionCreate`. A namespace that is another app's is a top-level error. */
export function metafieldDefinitionCreate(
  _root: unknown,
  { definition: input }: { definition: DefinitionInput },
  { shop: { world, config } }: RequestContext,
) {
  const fieldName = "metafieldDefinitionCreate";
  const namespace = openNamespace(input.namespace, config.clientId, fieldName);
  if (input.constraints != null) throw unansweredError("MetafieldDefinitionInput", "constraints");
  const refuse = (userErrors: readonly UserError[]) => ({ createdDefinition: null, userErrors });
  const { ownerType, key, type, name } = input;
  const validations = input.validations ?? [];
  const problems = problemsWith(world, { ...input, namespace });
  if (problems.length > 0) return refuse(problems);
  const access = readAccess(input.access, namespace, "INVALID");
  if ("error" in access) return refuse([access.error]);
  const capabilities = readCapabilities(input.capabilities, { type, ownerType });
  if ("error" in capabilities) return refuse([capabilities.error]);
  if (input.pin === true && pinnedDefinitionsOf(world, ownerType).length >= MAX_PINNED)
    return refuse([{ ...PIN_LIMIT_REACHED, field: ["definition"] }]);
  const createdDefinition = createMetafieldDefinition(world, {
    ownerType,
    namespace,
    key,
    type,
    name,
    description: input.description ?? null,
    validations: validations.map((validation) => ({ ...validation })),
    ...access,
    ...capabilities,
    pin: input.pin === true,
  });
  return { createdDefinition, userErrors: [] };
}

function problemsWith(
  world: World,
  input: DefinitionInput & { readonly namespace: string },
): UserError[] {
  const { namespace, key, ownerType, type } = input;
  const place = ["definition"];
  const errors = [
    ...problemsWithTexts(input, place),
    ...problemsWithLengths(namespace, key, place),
    ...problemsWithCharacters(namespace, key, place),
  ];
  if (!DEFINABLE_TYPES.includes(type)) {
    const message = `Type name ${type} is not a valid type. Valid types are: ${DEFINABLE_TYPES.join(", ")}.`;
    return [...errors, userError([...place, "type"], message, "INCLUSION")];
  }
  errors.push(...problemsWithValidations(type, input.validations ?? []));
  if (errors.length > 0) return errors;
  if (findMetafieldDefinition(world, { ownerType, namespace, key }) !== undefined) {
    const message = `Key is in use for ${ownerNameOf(ownerType)} metafields on the '${namespace}' namespace.`;
    return [userError([...place, "key"], message, "TAKEN")];
  }
  const others = [...world.metafieldDefinitions.values()].filter(
    (definition) => definition.ownerType === ownerType,
  );
  if (others.length < MAX_DEFINITIONS_PER_OWNER_TYPE) return [];
  const message = `Stores can only have ${MAX_DEFINITIONS_PER_OWNER_TYPE} definitions for each store resource.`;
  return [userError(place, message, "RESOURCE_TYPE_LIMIT_EXCEEDED")];
}

/** "CUSTOMER" → "Customer" */
function ownerNameOf(ownerType: string): string {
  return ownerType.charAt(0) + ownerType.slice(1).toLowerCase();
}
