import { useEffect, useRef, useState } from 'react'
import type { PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenPdf } from './open-pdf.ts'
import { pageOf } from './page-of.ts'
import css from './statement.module.css'

/** Width of a page on screen, in px: that of a letter at about 96 dots an inch. */
const PAGE_WIDTH = 794
const DRAWN_AHEAD = '900px'

export type PdfPageProps = {
  readonly pdf: OpenPdf
  /** From 1. */
  readonly number: number
}

/** One page of the very PDF that is printed. It is drawn while it is near the part in sight, and forgotten beyond. */
export function PdfPage({ pdf, number }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const isNear = useIsNear(sheet)
  const [height, setHeight] = useState(Math.round((PAGE_WIDTH * 11) / 8.5))
  useEffect(() => {
    const target = canvas.current
    if (!isNear || target === null) return
    let isWanted = true
    let task: RenderTask | undefined
    void pageOf(pdf, number).then((page) => {
      if (!isWanted || page === null) return
      setHeight(heightOf(page))
      task = draw(page, target)
      task.promise.catch(unlessCancelled)
    })
    return () => {
      isWanted = false
      task?.cancel()
      target.width = 0
    }
  }, [pdf, number, isNear])
  return (
    <div ref={sheet} className={css.sheet} style={{ width: PAGE_WIDTH, height }}>
      <canvas ref={canvas} className={css.canvas} role="img" aria-label={`Page ${number} of ${pdf.numPages}`} />
    </div>
  )
}

/** In px, as wide as PAGE_WIDTH. */
function heightOf(page: PDFPageProxy): number {
  const { width, height } = page.getViewport({ scale: 1 })
  return Math.round((PAGE_WIDTH * height) / width)
}

function draw(page: PDFPageProxy, canvas: HTMLCanvasElement): RenderTask {
  const { width } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: (PAGE_WIDTH / width) * window.devicePixelRatio })
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  return page.render({ canvas, viewport })
}

/** A page scrolled away or replaced is not drawn to its end; that is no fault. */
function unlessCancelled(error: unknown): void {
  if (!(error instanceof Error && error.name === 'RenderingCancelledException')) throw error
}

function useIsNear(element: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const target = element.current
    if (target === null) return
    const observer = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting === true), {
      rootMargin: DRAWN_AHEAD,
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return isNear
}
