import type { Address, Contact } from '../../src-shared/customers/contract/customers.ts'
import { businesses, firstNames, lastNames, streets, towns } from './names.ts'
import type { Random } from './random.ts'

/** How a customer pays; see paying-habits.ts. */
export type Habit =
  | 'punctual'
  | 'takes_discount'
  | 'late'
  | 'very_late'
  | 'month_end_checks'
  | 'in_parts'
  | 'round_amounts'
  | 'deposits'
  | 'slipping'
  | 'in_trouble'

export type Size = 'small' | 'medium' | 'large'

/** A customer before it is created: who it is, how much it buys and how it pays. */
export interface CustomerPlan {
  readonly code: string
  readonly name: string
  readonly size: Size
  readonly habit: Habit
  readonly termsCode: string
  readonly isTaxed: boolean
  readonly creditLimitCents: number | null
  /** Days after the company's first day on which it first buys. */
  readonly startsAfterDays: number
  readonly phone: string
  readonly email: string
  readonly address: Address
  readonly contacts: readonly Contact[]
}

const HABITS: readonly (readonly [habit: Habit, customers: number])[] = [
  ['punctual', 19],
  ['late', 13],
  ['takes_discount', 8],
  ['month_end_checks', 7],
  ['in_parts', 3],
  ['very_late', 4],
  ['round_amounts', 2],
  ['deposits', 2],
  ['slipping', 1],
  ['in_trouble', 1],
]

const SIZES: readonly (readonly [size: Size, customers: number])[] = [
  ['large', 10],
  ['medium', 24],
  ['small', 26],
]

// Who pays late must buy often enough to be seen in the aging of any day.
const SIZE_OF_HABIT: Readonly<Partial<Record<Habit, Size>>> = {
  in_trouble: 'large',
  very_late: 'medium',
  slipping: 'large',
}

const CREDIT_LIMIT_CENTS: Readonly<Record<Size, number>> = { small: 500_000, medium: 2_000_000, large: 7_500_000 }

/** New customers of the last months, so that not everyone has two full years. */
const NEWCOMERS = 5
const HISTORY_DAYS = 730

/** Sixty customers; names are always the same, everything else follows the stream of choices. */
export function customerPlans(random: Random): readonly CustomerPlan[] {
  const habits = random.shuffled(HABITS.flatMap(([habit, count]) => Array.from({ length: count }, () => habit)))
  const sizes = random.shuffled(SIZES.flatMap(([size, count]) => Array.from({ length: count }, () => size)))
  const codes = new Set<string>()
  return businesses.map((name, index) => {
    const habit = habits[index] ?? 'punctual'
    const isNewcomer = index >= businesses.length - NEWCOMERS && habit !== 'in_trouble' && habit !== 'slipping'
    const size = SIZE_OF_HABIT[habit] ?? sizes[index] ?? 'small'
    const domain = `${name.toLowerCase().replace(/[^a-z]+/g, '')}.example`
    return {
      code: freeCode(name, codes),
      name,
      size,
      habit,
      termsCode: termsCode(habit, random),
      isTaxed: !/School|Library|Wholesale|Grocers/.test(name) && random.perMille(550),
      creditLimitCents: random.perMille(700) || habit === 'in_trouble' ? CREDIT_LIMIT_CENTS[size] : null,
      startsAfterDays: isNewcomer ? random.whole(HISTORY_DAYS - 200, HISTORY_DAYS - 75) : random.whole(0, 45),
      phone: phoneNumber(random),
      email: `accounts@${domain}`,
      address: address(random),
      contacts: [contact('Accounts payable', domain, random)],
    }
  })
}

/** The first five letters and a number, as clerks make codes: BRIGH01. */
function freeCode(name: string, taken: Set<string>): string {
  const letters = name
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, 5)
  let number = 1
  while (taken.has(`${letters}0${number}`)) number += 1
  const code = `${letters}0${number}`
  taken.add(code)
  return code
}

function termsCode(habit: Habit, random: Random): string {
  switch (habit) {
    case 'takes_discount':
      return '2-10-30'
    case 'month_end_checks':
      return random.pick(['EOM', 'PROX10', 'NET30'])
    case 'deposits':
      return 'NET15'
    case 'in_trouble':
    case 'round_amounts':
    case 'slipping':
    case 'very_late':
      return 'NET30'
    case 'punctual':
    case 'late':
    case 'in_parts':
      return random.pick(['NET30', 'NET30', 'NET30', 'NET15', 'NET60', 'DUE'])
  }
}

// 555-0100 to 555-0199 are kept for fiction.
const phoneNumber = (random: Random): string =>
  `+1 ${random.pick(['207', '603', '802', '508', '401'])} 555 01${String(random.whole(0, 99)).padStart(2, '0')}`

function address(random: Random): Address {
  const [city, region, postalCode] = random.pick(towns)
  return {
    line1: `${random.whole(2, 980)} ${random.pick(streets)}`,
    line2: random.perMille(250) ? `Suite ${random.whole(1, 40) * 10}` : '',
    city,
    region,
    postalCode,
    country: '',
  }
}

function contact(role: string, domain: string, random: Random): Contact {
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)]
  return {
    name: `${first} ${last}`,
    role,
    phone: phoneNumber(random),
    email: `${first}.${last}@${domain}`.toLowerCase(),
  }
}
