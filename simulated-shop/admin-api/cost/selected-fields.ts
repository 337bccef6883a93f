import {
  isCompositeType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** A document in the form that cost and bulk analysis walk. */
export type DocumentView = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

export function viewDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: DocumentView["variables"],
): DocumentView {
  const fragments = document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [definition] : [],
  );
  return {
    schema,
    variables,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

export type SelectedField = { readonly field: FieldNode; readonly type: GraphQLCompositeType };

/** The fields selected on a type, fragments spread out, each with the type it is selected on; skipped ones left out. */
export function selectedFields(
  view: DocumentView,
  type: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
): SelectedField[] {
  return selectionSet.selections.flatMap((selection): SelectedField[] => {
    if (!isIncluded(view, selection)) return [];
    if (selection.kind === Kind.FIELD) return [{ field: selection, type }];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : view.fragments.get(selection.name.value);
    if (fragment === undefined) return [];
    const condition =
      fragment.typeCondition && view.schema.getType(fragment.typeCondition.name.value);
    return selectedFields(
      view,
      isCompositeType(condition) ? condition : type,
      fragment.selectionSet,
    );
  });
}

/** The value of a field's argument: literal or variable; undefined when not given. */
export function argumentValue(view: DocumentView, field: FieldNode, name: string): unknown {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return undefined;
  if (value.kind === Kind.VARIABLE) return view.variables[value.name.value];
  return "value" in value ? value.value : undefined;
}

function isIncluded(view: DocumentView, selection: SelectionNode): boolean {
  return (selection.directives ?? []).every((directive) => {
    const argument = directive.arguments?.find(({ name }) => name.value === "if")?.value;
    if (argument === undefined) return true;
    const condition =
      argument.kind === Kind.VARIABLE
        ? view.variables[argument.name.value] === true
        : "value" in argument && argument.value === true;
    return directive.name.value === "skip"
      ? !condition
      : directive.name.value !== "include" || condition;
  });
}
