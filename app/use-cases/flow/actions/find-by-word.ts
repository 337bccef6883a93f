/** Those that are meant by what somebody wrote: the one with this key, else all with this name in any case. */
export function findByWord<Label extends { key: string; name: string }>(
  labels: readonly Label[],
  word: string,
): Label[] {
  const byKey = labels.find(({ key }) => key === word);
  if (byKey !== undefined) return [byKey];
  const wanted = word.toLocaleLowerCase();
  return labels.filter(({ name }) => name.trim().toLocaleLowerCase() === wanted);
}
