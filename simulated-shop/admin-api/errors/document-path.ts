import { Kind, type ASTNode } from "graphql";

type Ancestor = ASTNode | readonly ASTNode[];

/** Where a node stands, in graphql-ruby's notation: ["query Name", "orders", "first"]. */
export function documentPathOf(node: ASTNode, ancestors: readonly Ancestor[]): string[] {
  const nodes = [...ancestors, node].flatMap((ancestor) => ("kind" in ancestor ? [ancestor] : []));
  return nodes.flatMap(pathSegmentsOf);
}

function pathSegmentsOf(node: ASTNode): string[] {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return [node.name === undefined ? node.operation : `${node.operation} ${node.name.value}`];
    case Kind.FRAGMENT_DEFINITION:
      return [`fragment ${node.name.value}`];
    case Kind.INLINE_FRAGMENT:
      return [node.typeCondition === undefined ? "..." : `... on ${node.typeCondition.name.value}`];
    case Kind.FIELD:
      return [node.alias?.value ?? node.name.value];
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return [node.name.value];
    default:
      return [];
  }
}

/** The node an argument error points at: the field or input object around it, as graphql-ruby does. */
export function ownerNodeOf(node: ASTNode, ancestors: readonly Ancestor[]): ASTNode {
  return ancestors.flatMap((ancestor) => ("kind" in ancestor ? [ancestor] : [])).at(-1) ?? node;
}
