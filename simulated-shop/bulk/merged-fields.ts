import type { FieldNode, GraphQLCompositeType, SelectionSetNode } from "graphql";
import {
  selectedFields,
  type DocumentView,
  type SelectedField,
} from "../admin-api/cost/selected-fields.ts";

/** The fields selected on a type, those that write the same member merged into one, as GraphQL demands. */
export function mergedFields(
  view: DocumentView,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): SelectedField[] {
  const byMember = new Map<string, SelectedField>();
  for (const selected of selectedFields(view, type, selectionSet)) {
    const member = `${selected.field.alias?.value ?? selected.field.name.value} ${selected.type.name}`;
    const known = byMember.get(member);
    byMember.set(
      member,
      known === undefined ? selected : { ...known, field: merge(known.field, selected.field) },
    );
  }
  return [...byMember.values()];
}

function merge(first: FieldNode, second: FieldNode): FieldNode {
  if (first.selectionSet === undefined || second.selectionSet === undefined) return first;
  const selections = [...first.selectionSet.selections, ...second.selectionSet.selections];
  return { ...first, selectionSet: { ...first.selectionSet, selections } };
}
