type FormValue = string | FormValue[] | { [name: string]: FormValue };

/**
 * Fields of a form as the JSON a program would send: "lines.0.quantity=2" → {lines: [{quantity: "2"}]}, and a name that
 * comes twice is a list. Empty fields count as left out. Deeper names than these three parts are left as they are.
 */
export function readFormFields(parameters: URLSearchParams): Record<string, FormValue> {
  const fields: Record<string, FormValue> = {};
  const lists = new Map<string, Map<string, Record<string, FormValue>>>();
  for (const [name, value] of parameters) {
    if (value.trim() === "") continue;
    const [, list, index, field] = /^(\w+)\.(\d+)\.(\w+)$/.exec(name) ?? [];
    if (list === undefined || index === undefined || field === undefined) {
      const former = fields[name];
      fields[name] =
        former === undefined ? value : [...(Array.isArray(former) ? former : [former]), value];
      continue;
    }
    const entries = lists.get(list) ?? new Map<string, Record<string, FormValue>>();
    lists.set(list, entries.set(index, { ...entries.get(index), [field]: value }));
  }
  for (const [list, entries] of lists) fields[list] = [...entries.values()];
  return fields;
}
