import type { Statement } from '../../../src-shared/reports/contract/statements.ts'
import type { Paper } from '../../paper/paper.ts'
import type { TagElement, TaggedPdf } from '../../paper/tagged-pdf.ts'
import { fitLine, type FittedText } from '../../paper/text-fit.ts'
import type { TextStyle } from '../../paper/type-style.ts'
import type { Words } from './words.ts'

/** What every part of a statement draws with. */
export interface Sheet {
  readonly pdf: TaggedPdf
  readonly paper: Paper
  readonly statement: Statement
  readonly words: Words
}

/** Sets fitted lines below one another; `y` is the top of the first. Returns where the next line's top would be. */
export function setLines({ pdf }: Sheet, fitted: FittedText, x: number, y: number): number {
  fitted.lines.forEach((line, index) => pdf.text(line, x, y + fitted.leading * index + fitted.style.size, fitted.style))
  return y + fitted.leading * fitted.lines.length
}

export interface LabelledValue {
  readonly label: string
  readonly value: string
  readonly labelStyle: TextStyle
  readonly valueStyle: TextStyle
}

const SIZE_MIN = 5

/** One line with its label at the left edge and its value at the right, heard as one paragraph. */
export function markLabelledValue(
  { pdf }: Sheet,
  parent: TagElement,
  { label, value, labelStyle, valueStyle }: LabelledValue,
  edges: { readonly left: number; readonly right: number },
  baseline: number,
): void {
  const labelWidth = pdf.measure(`${label} `, labelStyle)
  const fitted = fitLine(value, edges.right - edges.left - labelWidth - 4, valueStyle, SIZE_MIN, pdf.measure)
  pdf.mark(parent, 'P', () => {
    pdf.text(`${label} `, edges.left, baseline, labelStyle)
    pdf.text(fitted.lines[0] ?? '', edges.right, baseline, fitted.style, 'right')
  })
}
