import { GraphQLError, Kind, print, visit, type ASTNode, type DocumentNode } from "graphql";
import { documentPathOf } from "./document-path.ts";

type Found = { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> };

type Translation = {
  readonly said: RegExp;
  readonly meant: (
    match: readonly string[],
    error: GraphQLError,
    owners: readonly ASTNode[],
  ) => Found;
  /** The last step of the path where it is not the node's own. */
  readonly lastStep?: (match: readonly string[]) => string;
  /** Points at every node the error is about rather than at the last. */
  readonly pointsAtAll?: true;
};

const TRANSLATIONS: readonly Translation[] = [
  {
    said: /^Variable "\$(\w+)" of type "(.+)" used in position expecting type "(.+)"\.$/,
    meant: ([, variableName = "", typeName = "", expected = ""], _error, owners) => {
      const argumentName = owners.findLast(isArgument)?.name.value ?? "";
      const errorMessage = mismatchOf(typeName, expected);
      return {
        message: `${errorMessage} on variable $${variableName} and argument ${argumentName} (${typeName} / ${expected})`,
        extensions: {
          code: "variableMismatch",
          variableName,
          typeName,
          argumentName,
          errorMessage,
        },
      };
    },
  },
  {
    said: /^Fragment "(\w+)" is never used\.$/,
    meant: ([, fragmentName = ""]) => ({
      message: `Fragment ${fragmentName} was defined, but not used`,
      extensions: { code: "useAndDefineFragment", fragmentName },
    }),
  },
  {
    said: /^Unknown fragment "(\w+)"\.$/,
    meant: ([, fragmentName = ""]) => ({
      message: `Fragment ${fragmentName} was used, but not defined`,
      extensions: { code: "useAndDefineFragment", fragmentName },
    }),
    lastStep: ([, fragmentName = ""]) => `... ${fragmentName}`,
  },
  {
    said: /^Unknown directive "@(\w+)"\.$/,
    meant: ([, directiveName = ""]) => ({
      message: `Directive @${directiveName} is not defined`,
      extensions: { code: "undefinedDirective", directiveName },
    }),
  },
  {
    said: /^Unknown type "(\w+)"\./,
    meant: ([, typeName = ""], _error, owners) => {
      const definition = owners.find((owner) => owner.kind === Kind.VARIABLE_DEFINITION);
      if (definition === undefined)
        return {
          message: `No such type ${typeName}, so it can't be a fragment condition`,
          extensions: { code: "undefinedType", typeName },
        };
      const variableName = definition.variable.name.value;
      return {
        message: `${typeName} isn't a defined input type (on $${variableName})`,
        extensions: { code: "variableRequiresValidType", typeName, variableName },
      };
    },
  },
  {
    said: /^Fragment(?: "(\w+)")? cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"\.$/,
    meant: ([, fragmentName, parentName = "", typeName = ""]) => ({
      message: `Fragment${fragmentName ? ` ${fragmentName}` : ""} on ${typeName} can't be spread inside ${parentName}`,
      extensions: {
        code: "cannotSpreadFragment",
        typeName,
        fragmentName: fragmentName || "unknown",
        parentName,
      },
    }),
  },
  {
    said: /^Cannot spread fragment "(\w+)" within itself/,
    meant: ([, fragmentName = ""]) => ({
      message: `Fragment ${fragmentName} contains an infinite loop`,
      extensions: { code: "infiniteLoop", fragmentName },
    }),
  },
  {
    said: /^Fields "(\w+)" conflict because/,
    pointsAtAll: true,
    meant: ([, fieldName = ""], { nodes = [] }) => {
      const fields = nodes.flatMap((node) => (node.kind === Kind.FIELD ? [node] : []));
      const names = [...new Set(fields.map((field) => field.name.value))];
      const isNames = names.length > 1;
      const conflicts = (
        isNames
          ? names
          : fields.map(
              (field) =>
                `{${(field.arguments ?? []).map(({ name, value }) => `${name.value}:${JSON.stringify(print(value))}`).join(",")}}`,
            )
      ).join(" or ");
      return {
        message: `Field '${fieldName}' has ${isNames ? "a field" : "an argument"} conflict: ${conflicts}?`,
        extensions: { code: "fieldConflict", fieldName, conflicts },
      };
    },
  },
  {
    said: /^There can be only one argument named "(\w+)"\.$/,
    meant: ([, name = ""]) => ({
      message: `There can be only one argument named "${name}"`,
      extensions: { code: "argumentNotUnique", name },
    }),
  },
  {
    said: /^There can be only one variable named "\$(\w+)"\.$/,
    meant: ([, variableName = ""]) => ({
      message: `There can only be one variable named "${variableName}"`,
      extensions: { code: "variableNotUnique", variableName },
    }),
  },
  {
    pointsAtAll: true,
    said: /^There can be only one operation named "(\w+)"\.$/,
    meant: ([, operationName = ""]) => ({
      message: `Operation name "${operationName}" must be unique`,
      extensions: { code: "uniquelyNamedOperations", operationName },
    }),
  },
  {
    said: /^This anonymous operation must be the only defined operation\.$/,
    meant: () => ({
      message: "Operation name is required when multiple operations are present",
      extensions: { code: "uniquelyNamedOperations" },
    }),
  },
];

/** A validation error of graphql-js in the words, codes and paths of graphql-ruby; unknown ones stay as they are. */
export function sayAsGraphqlRuby(error: GraphQLError, document: DocumentNode): GraphQLError {
  for (const { said, meant, lastStep, pointsAtAll } of TRANSLATIONS) {
    const match = said.exec(error.message);
    if (match === null) continue;
    const node = error.nodes?.at(-1);
    const owners = node === undefined ? [] : ownersOf(document, node);
    const { message, extensions } = meant(match, error, owners);
    const path = node === undefined ? [] : documentPathOf(node, owners);
    return new GraphQLError(message, {
      nodes: (pointsAtAll === true ? error.nodes : (owners.findLast(isArgument) ?? node)) ?? null,
      path: lastStep === undefined ? path : [...path, lastStep(match)],
      extensions,
    });
  }
  return error;
}

/** "ID / ID!" fails for a missing `!`, "[ID!] / ID!" for its list, "String! / Int" for its type. */
function mismatchOf(typeName: string, expected: string): string {
  const depthOf = (text: string) => text.split("[").length;
  if (depthOf(typeName) !== depthOf(expected)) return "List dimension mismatch";
  const bare = (text: string) => text.replace(/[[\]!]/g, "");
  return bare(typeName) === bare(expected) ? "Nullability mismatch" : "Type mismatch";
}

type ArgumentLike = ASTNode & { readonly kind: Kind.ARGUMENT | Kind.OBJECT_FIELD };

function isArgument(node: ASTNode): node is ArgumentLike {
  return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD;
}

/** The nodes around a node, outermost first. */
function ownersOf(document: DocumentNode, wanted: ASTNode): readonly ASTNode[] {
  let owners: readonly ASTNode[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== wanted) return;
      owners = [...ancestors, ...(parent === undefined ? [] : [parent])].flatMap((owner) =>
        "kind" in owner ? [owner] : [],
      );
    },
  });
  return owners;
}
