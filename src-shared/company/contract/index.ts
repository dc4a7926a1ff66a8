import { backups } from './backups.ts'
import { company } from './company.ts'
import { history } from './history.ts'
import { encryption } from './encryption.ts'
import { numberSeries } from './number-series.ts'
import { page } from './page.ts'
import { people } from './people.ts'
import { policies } from './policies.ts'
import { rates } from './rates.ts'
import { setup } from './setup.ts'

/** Every operation of this module. */
export const companyContract = {
  ...backups,
  ...company,
  ...history,
  ...encryption,
  ...numberSeries,
  ...page,
  ...people,
  ...policies,
  ...rates,
  ...setup,
}
