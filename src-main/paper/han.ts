import type { OtherFamily } from './font-files.ts'

/**
 * Chinese, Japanese and Korean share most of their characters but draw some of them differently: each family draws them
 * as its readers expect.
 */
export type HanFamily = Extract<OtherFamily, `noto-sans-${'sc' | 'tc' | 'jp' | 'kr'}`>

const hanFamilies: readonly HanFamily[] = ['noto-sans-sc', 'noto-sans-tc', 'noto-sans-jp', 'noto-sans-kr']

const COUNTRIES: readonly (readonly [RegExp, HanFamily])[] = [
  [/^(jp|jpn|japan|日本)/i, 'noto-sans-jp'],
  [/^(kr|kor|korea|south korea|republic of korea|대한민국|한국)/i, 'noto-sans-kr'],
  [/^(tw|twn|taiwan|hk|hkg|hong kong|mo|mac|macao|macau|台灣|臺灣|香港|澳門)/i, 'noto-sans-tc'],
  [/^(cn|chn|china|sg|sgp|singapore|中国)/i, 'noto-sans-sc'],
]

const CURRENCIES: Readonly<Partial<Record<string, HanFamily>>> = {
  JPY: 'noto-sans-jp',
  KRW: 'noto-sans-kr',
  TWD: 'noto-sans-tc',
  HKD: 'noto-sans-tc',
  MOP: 'noto-sans-tc',
}

/** The family whose readers a customer's paper is likely for: by the address's country, else by the currency. */
export const hanFamilyFor = (reader: { readonly country: string; readonly currency: string }): HanFamily => {
  const country = reader.country.trim()
  const byCountry = COUNTRIES.find(([pattern]) => pattern.test(country))
  return byCountry?.[1] ?? CURRENCIES[reader.currency] ?? 'noto-sans-sc'
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u
const HAN = /\p{Script=Han}/gu

/**
 * The order in which the families are asked for the characters of one line. Kana and Hangul tell the language; otherwise
 * the reader's family comes first, unless it lacks a character that another one has: a simplified character is Chinese
 * whoever reads it.
 */
export function hanOrder(
  line: string,
  preferred: HanFamily,
  has: (family: HanFamily, character: string) => boolean,
): readonly HanFamily[] {
  const first = KANA.test(line) ? 'noto-sans-jp' : HANGUL.test(line) ? 'noto-sans-kr' : preferred
  const order = [first, ...hanFamilies.filter((family) => family !== first)]
  const characters = line.match(HAN) ?? []
  const whole = order.find((family) => characters.every((character) => has(family, character)))
  return whole === undefined ? order : [whole, ...order.filter((family) => family !== whole)]
}
