/** SQL: the discount that applications have taken on a debit item so far, in minor units. `item` is its id in SQL. */
export const discountTaken = (item: string): string =>
  `(SELECT coalesce(sum(a.discount), 0) FROM application AS a WHERE a.debit_id = ${item})`
