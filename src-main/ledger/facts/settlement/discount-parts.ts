/**
 * SQL: what the discount that a debit item `d` offers is earned on, `earning`: its total, or what its lines that earn it come to.
 * And what goes off it, in minor units: `discountTaken` by applications so far, less what
 * credit notes took back of it; and `credited`, what credit notes have taken back of what earns it, before reductions. A void and
 * what it reverses come to nothing. `item` is its id in SQL.
 */
export const discountParts = (item: string): string => `
    (SELECT coalesce(sum(a.discount), 0) FROM application AS a WHERE a.debit_id = ${item})
      - (SELECT coalesce(sum(back.amount), 0) FROM credit_reduction AS back
        WHERE back.credits_id = ${item} AND back.kind = 'discount') AS discountTaken,
    coalesce(d.discountable, d.total) AS earning,
    iif(d.discountable IS NULL,
      (SELECT coalesce(0 - sum(note.total), 0) FROM document AS note WHERE note.credits_id = ${item})
        + (SELECT coalesce(sum(back.amount), 0) FROM credit_reduction AS back WHERE back.credits_id = ${item}),
      (SELECT coalesce(0 - sum(note.discountable), 0) FROM document AS note WHERE note.credits_id = ${item})) AS credited`
