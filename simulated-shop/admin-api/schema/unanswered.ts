import { GraphQLError } from "graphql";

/** The message of everything this shop has no honest answer for. */
export function unansweredMessage(typeName: string, fieldName: string): string {
  return `The simulated shop does not answer ${typeName}.${fieldName} yet`;
}

/** Never invent data: a field, filter or option that is not simulated fails, naming itself. */
export function unansweredError(typeName: string, fieldName: string): GraphQLError {
  return new GraphQLError(unansweredMessage(typeName, fieldName), {
    extensions: { code: "SIMULATED_SHOP_UNANSWERED" },
  });
}
