/** A year and a month: the newest beside the same one of the year before. More would outweigh the rest of the page. */
const MOST = 13

/** The months from the first to the last in order, none left out, 13 at most; `empty` makes what a month without any is. */
export const lastMonths = <Month>(
  found: ReadonlyMap<number, Month>,
  empty: (month: number, before: Month | undefined) => Month,
): Month[] => {
  if (found.size === 0) return []
  const [first, last] = [Math.min(...found.keys()), Math.max(...found.keys())]
  const months: Month[] = []
  for (let month = first; month <= last; month++)
    months.push(found.get(month) ?? empty(month, months.at(-1)))
  return months.slice(-MOST)
}
