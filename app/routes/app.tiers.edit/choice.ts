/** The value of a list that a control has handed back as text. */
export function chosenOf<Value extends string>(
  options: readonly { value: Value }[],
  chosen: string,
  otherwise: Value,
): Value {
  return options.find(({ value }) => value === chosen)?.value ?? otherwise;
}
