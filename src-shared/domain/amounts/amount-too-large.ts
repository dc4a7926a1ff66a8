/** An amount or a sum that no row of the ledger can hold. To a clerk it is a refusal, not a defect. */
export class AmountTooLarge extends RangeError {
  constructor(message: string) {
    super(message)
    this.name = 'AmountTooLarge'
  }
}
