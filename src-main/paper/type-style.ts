import type { FontWeight } from './font-files.ts'

/** How a text is set; size in points. */
export interface TextStyle {
  readonly weight: FontWeight
  readonly size: number
  readonly color: string
}

/** The screen's light theme on white paper: two weights, one accent; every text colour has a contrast above 4.5. */
export const ink = {
  text: '#1d2129',
  quiet: '#5a6270',
  accent: '#0b6b57',
  accentWash: '#e3f1ed',
  bad: '#b3261e',
  line: '#dfe2dd',
  lineStrong: '#b9beb7',
  aging: ['#7fae9f', '#d9b24c', '#d98b3a', '#c75b3b', '#9d2f2f'],
} as const

const style = (weight: FontWeight, size: number, color: string): TextStyle => ({ weight, size, color })

export const type = {
  title: style('semibold', 20, ink.accent),
  company: style('semibold', 14, ink.text),
  address: style('regular', 10, ink.text),
  label: style('regular', 7.5, ink.quiet),
  value: style('semibold', 8.5, ink.text),
  figure: style('semibold', 13, ink.text),
  heading: style('semibold', 9.5, ink.text),
  columnHead: style('semibold', 7, ink.quiet),
  row: style('regular', 8, ink.text),
  rowQuiet: style('regular', 8, ink.quiet),
  rowStrong: style('semibold', 8, ink.text),
  small: style('regular', 7, ink.quiet),
} as const
