import {
  getNamedType,
  isCompositeType,
  isLeafType,
  OperationTypeNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type OperationDefinitionNode,
} from "graphql";
import { countRows, firstOf, valueIn } from "./answered-values.ts";
import {
  argumentValue,
  selectedFields,
  type DocumentView,
  type SelectedField,
} from "./selected-fields.ts";

/** A query may ask for at most this many points, on any plan. */
export const MAX_QUERY_COST_POINTS = 1_000;

/** Values rather than objects: they cost nothing. Fitted to 2,700 captured costs. */
const FREE_TYPES = new Set([
  "ApiVersion",
  "CustomerEmailMarketingConsentState",
  "CustomerSmsMarketingConsentState",
  "InventoryItemMeasurement",
  "LocationAddress",
  "MailingAddress",
  "MoneyBag",
  "MoneyV2",
  "PageInfo",
  "ShopAddress",
  "Weight",
]);
const ROOT_COUNT_POINTS = 10;
const MUTATION_POINTS = 10;
const MUTATION_POINTS_BY_NAME: Readonly<Record<string, number>> = {
  flowTriggerReceive: 1,
  refundCreate: 20,
};

/**
 * Points of an operation (SHOPIFY-FACTS §3.1, §7.1). Scalars 0, an object 1 plus what is selected in it (a list of
 * objects as well, whatever its length), a mutation 10 with its payload and the objects right in it, a count at the
 * root 10, a connection `2 + factor(first) × node`, where factor(n) = max(1, floor(2·ln n)).
 *
 * @param result data of the executed operation; with it, this is the actual cost: a page that came back partly filled
 *   counts its share of the rows, and nothing is counted inside a null.
 */
export function costOfOperation(
  view: DocumentView,
  operation: OperationDefinitionNode,
  result?: unknown,
): number {
  const root = view.schema.getRootType(operation.operation);
  if (!root) return 0;
  let points = 0;
  for (const { field } of selectedFields(view, root, operation.selectionSet)) {
    const value = result === undefined ? undefined : valueIn(result, field);
    points += costOfRootField(view, operation, root, field, value);
  }
  return Math.max(1, points);
}

/** Of one field right in the operation; with its value, the actual cost. */
export function costOfRootField(
  view: DocumentView,
  { operation }: OperationDefinitionNode,
  root: GraphQLCompositeType,
  field: FieldNode,
  value?: unknown,
): number {
  return operation === OperationTypeNode.MUTATION
    ? mutationCost(view, root, field, value)
    : rootFieldCost(view, root, field, value);
}

/** Of a connection asked for n rows. */
export function connectionFactor(rows: number): number {
  return rows <= 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(rows)));
}

function rootFieldCost(
  view: DocumentView,
  root: GraphQLCompositeType,
  field: FieldNode,
  value: unknown,
): number {
  return typeOfField(root, field)?.name === "Count"
    ? ROOT_COUNT_POINTS
    : fieldCost(view, root, field, value);
}

function mutationCost(
  view: DocumentView,
  root: GraphQLCompositeType,
  field: FieldNode,
  value: unknown,
): number {
  const payload = typeOfField(root, field);
  let points = MUTATION_POINTS_BY_NAME[field.name.value] ?? MUTATION_POINTS;
  if (!isCompositeType(payload) || field.selectionSet === undefined) return points;
  for (const inner of selectedFields(view, payload, field.selectionSet)) {
    const type = typeOfField(inner.type, inner.field);
    const innerValue = value === undefined ? undefined : valueIn(value, inner.field);
    const cost = fieldCost(view, inner.type, inner.field, innerValue);
    const isFreeLayer =
      type !== undefined && !isLeafType(type) && !FREE_TYPES.has(type.name) && !isConnection(type);
    points += isFreeLayer ? Math.max(0, cost - 1) : cost;
  }
  return points;
}

/** Of a field anywhere below the root. */
export function fieldCost(
  view: DocumentView,
  parent: GraphQLCompositeType,
  field: FieldNode,
  value: unknown,
): number {
  const type = typeOfField(parent, field);
  if (!isCompositeType(type) || field.selectionSet === undefined) return 0;
  if (isConnection(type)) return connectionCost(view, type, field, value);
  const inside = value === null ? 0 : selectionCost(view, type, field, firstOf(value));
  return (FREE_TYPES.has(type.name) ? 0 : 1) + inside;
}

function selectionCost(
  view: DocumentView,
  type: GraphQLCompositeType,
  field: FieldNode,
  value: unknown,
): number {
  if (field.selectionSet === undefined || value === null) return 0;
  let own = 0;
  const byAlternative = new Map<string, number>();
  for (const inner of selectedFields(view, type, field.selectionSet)) {
    const cost = fieldCost(
      view,
      inner.type,
      inner.field,
      value === undefined ? undefined : valueIn(value, inner.field),
    );
    if (inner.type === type) own += cost;
    else byAlternative.set(inner.type.name, (byAlternative.get(inner.type.name) ?? 0) + cost);
  }
  return own + Math.max(0, ...byAlternative.values());
}

function connectionCost(
  view: DocumentView,
  type: GraphQLCompositeType,
  field: FieldNode,
  value: unknown,
): number {
  const asked = Number(
    argumentValue(view, field, "first") ?? argumentValue(view, field, "last") ?? 0,
  );
  const nodePoints = nodeCost(view, type, field);
  if (value === undefined) return 2 + connectionFactor(asked) * nodePoints;
  const rows = countRows(value);
  const share = asked === 0 ? 0 : Math.min(1, rows / asked);
  return 2 + Math.ceil(connectionFactor(asked) * nodePoints * share);
}

/** Of one row; `nodes` and `edges { node }` selected side by side both count. */
function nodeCost(view: DocumentView, type: GraphQLCompositeType, field: FieldNode): number {
  if (field.selectionSet === undefined) return 0;
  let points = 0;
  for (const inner of selectedFields(view, type, field.selectionSet)) {
    if (inner.field.name.value === "nodes") points += rowCost(view, inner);
    if (inner.field.name.value !== "edges" || inner.field.selectionSet === undefined) continue;
    const edgeType = typeOfField(inner.type, inner.field);
    if (!isCompositeType(edgeType)) continue;
    for (const edgeField of selectedFields(view, edgeType, inner.field.selectionSet))
      if (edgeField.field.name.value === "node") points += rowCost(view, edgeField);
  }
  return points;
}

/** A row costs 1 and what is selected in it, also where its type is free elsewhere: addresses in `addressesV2`. */
function rowCost(view: DocumentView, { type, field }: SelectedField): number {
  const rowType = typeOfField(type, field);
  return isCompositeType(rowType) ? 1 + selectionCost(view, rowType, field, undefined) : 0;
}

function typeOfField(parent: GraphQLCompositeType, field: FieldNode): GraphQLNamedType | undefined {
  const definition = "getFields" in parent ? parent.getFields()[field.name.value] : undefined;
  return definition && getNamedType(definition.type);
}

function isConnection(type: GraphQLNamedType): boolean {
  return type.name.endsWith("Connection");
}
