import {
  FragmentsOnCompositeTypesRule,
  KnownDirectivesRule,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  NoFragmentCyclesRule,
  NoUnusedFragmentsRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  UniqueArgumentNamesRule,
  UniqueFragmentNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  validate,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from "graphql";
import { argumentsAcceptedRule, requiredArgumentsRule } from "./argument-rules.ts";
import { fieldsExistRule, selectionsFitRule } from "./field-rules.ts";
import { sayAsGraphqlRuby } from "./graphql-ruby-words.ts";
import { literalsFitRule } from "./literal-rule.ts";
import { executableOnlyRule, variablesMatchUseRule } from "./variable-rules.ts";

/** Ours speak graphql-ruby, which Shopify runs; what graphql-js's own rules say is put into its words afterwards. */
const RULES = [
  executableOnlyRule,
  fieldsExistRule,
  selectionsFitRule,
  argumentsAcceptedRule,
  requiredArgumentsRule,
  literalsFitRule,
  variablesMatchUseRule,
  FragmentsOnCompositeTypesRule,
  KnownDirectivesRule,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  NoFragmentCyclesRule,
  NoUnusedFragmentsRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  UniqueArgumentNamesRule,
  UniqueFragmentNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
];

/** Checks a document against the schema; the errors have Shopify's shapes and words (SHOPIFY-FACTS §7.2). */
export function validateDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly GraphQLError[] {
  return validate(schema, document, RULES)
    .filter(({ message }) => !isOnlyAboutTypes(message))
    .map((error) => sayAsGraphqlRuby(error, document));
}

/** graphql-js wants one type for a name that two kinds of object use, as in `nodes`; Shopify answers such requests. */
function isOnlyAboutTypes(message: string): boolean {
  return /^Fields "\w+" conflict because (?:.* )?they return conflicting types/.test(message);
}
