import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  valueFromASTUntyped,
  type GraphQLSchema,
  type ValueNode,
} from "graphql";

/** Checks an input value; returns what resolvers get, or throws with Shopify's words. */
type ScalarRule = (value: unknown) => unknown;

const RULES: Readonly<Record<string, ScalarRule>> = {
  DateTime: (value) => {
    if (
      typeof value !== "string" ||
      !/^\d{4}-\d{2}-\d{2}/.test(value) ||
      Number.isNaN(Date.parse(value))
    ) {
      throw new GraphQLError(`${JSON.stringify(value)} is not a valid DateTime`);
    }
    return value;
  },
  Decimal: (value) => {
    const text = String(value);
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw new GraphQLError(`Decimal '${text}' is invalid`);
    return text;
  },
  UnsignedInt64: (value) => {
    const text = String(value);
    if (!/^\d{1,20}$/.test(text)) throw new GraphQLError(`UnsignedInt64 '${text}' is out of range`);
    return text;
  },
  URL: (value) => {
    if (typeof value !== "string" || !URL.canParse(value))
      throw new GraphQLError(`Invalid url '${String(value)}', missing scheme`);
    return value;
  },
};

/** Gives the schema's custom scalars input checks; in a schema built from introspection they let anything pass. */
export function giveScalarsTheirRules(schema: GraphQLSchema): void {
  for (const [name, rule] of Object.entries(RULES)) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLScalarType)) continue;
    type.parseValue = rule;
    type.parseLiteral = (node: ValueNode, variables) => {
      if (node.kind === Kind.OBJECT || node.kind === Kind.LIST)
        throw new GraphQLError(`Expected type ${name}.`, { nodes: node });
      return rule(valueFromASTUntyped(node, variables));
    };
  }
}
