/** What the rules forbid. */
export class Refused extends Error {}
/** One is enough: nobody reads where it was thrown. */
const REFUSED = new Refused()
export const must = (holds: boolean): void => {
  if (!holds) throw REFUSED
}
