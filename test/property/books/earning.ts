import type { Item } from './item.ts'
import { half, total as sum } from './rounding.ts'
import { chargedOn, chargesOf } from './taxing.ts'

/** What is left of an invoice: of each line before tax, and of each tax. */
interface Left {
  readonly nets: readonly number[]
  readonly taxes: readonly number[]
}

type Billed = { readonly lines: Item['lines']; readonly taxes: readonly Pick<Item['taxes'][number], 'code'>[] }

export const isPartly = ({ lines }: Pick<Item, 'lines'>): boolean => lines.some(({ earns }) => !earns)

/** Of that, what the lines come to that earn a discount: before tax, then each tax by what of it is charged on them. */
export const earningParts = ({ lines, taxes }: Billed, left: Left): readonly number[] => {
  const net = sum(lines.map(({ earns }, index) => (earns ? (left.nets[index] ?? 0) : 0)))
  const each = taxes.map(({ code }, at) => {
    const charges = lines.map((line, index) => {
      const charge = chargesOf(line.code).find(({ tax }) => tax === code)
      const on = half((left.nets[index] ?? 0) * chargedOn(line.code, code), 1000)
      return { on: charge === undefined ? 0 : on, earns: line.earns, thousandths: charge?.thousandths ?? 0 }
    })
    const whole = sum(charges.map(({ on }) => on))
    const part = sum(charges.map(({ on, earns }) => (earns ? on : 0)))
    const tax = left.taxes[at] ?? 0
    if (part === whole) return part === 0 ? 0 : tax
    if (part >= Math.min(0, whole) && part <= Math.max(0, whole))
      return half(tax * part * Math.sign(whole), Math.abs(whole))
    return half(part * Math.max(...charges.map(({ thousandths }) => thousandths)), 1000)
  })
  return [net, ...each]
}

/** What no credit note took back of them. */
export const earningNow = (item: Item): readonly number[] =>
  earningParts(item, {
    nets: item.lines.map(({ net }, index) => net - (item.credited[index]?.net ?? 0)),
    taxes: item.taxes.map(({ tax }, at) => tax - (item.creditedTaxes[at]?.tax ?? 0)),
  })

/** What they come to when they are billed; null when all lines earn. */
export const earningBilled = (billed: Pick<Item, 'lines' | 'taxes'>): number | null => {
  const left = { nets: billed.lines.map(({ net }) => net), taxes: billed.taxes.map(({ tax }) => tax) }
  return isPartly(billed) ? sum(earningParts(billed, left)) : null
}
