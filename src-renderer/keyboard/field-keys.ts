export type FieldKeyGroup = {
  readonly title: string
  readonly lines: readonly { readonly keys: readonly string[]; readonly text: string }[]
}

/** Keys that fields and grids take themselves. They are no actions; this list only teaches them. */
export const fieldKeys: readonly FieldKeyGroup[] = [
  {
    title: 'In a date',
    lines: [
      { keys: ['+', '-'], text: 'Next and previous day; +30 is 30 days on' },
      { keys: ['[', ']'], text: 'Previous and next month' },
      { keys: ['t'], text: 'Work date' },
      { keys: ['w', 'k'], text: 'Start and end of the week' },
      { keys: ['m', 'h'], text: 'Start and end of the month' },
      { keys: ['y', 'r'], text: 'Start and end of the year' },
      { keys: ['15'], text: 'The 15th of this month; 3/4 and 0304 work too' },
      { keys: ['Alt+Down'], text: 'Open the calendar' },
    ],
  },
  {
    title: 'In an amount',
    lines: [{ keys: ['12*3+5'], text: 'Works out the sum on Tab or Enter' }],
  },
  {
    title: 'In a reference',
    lines: [{ keys: ['+', '-'], text: 'Next and previous number' }],
  },
  {
    title: 'From field to field',
    lines: [
      { keys: ['Tab'], text: 'Next field; on the last cell it adds a line' },
      { keys: ['Enter'], text: 'Next field that a normal entry needs' },
      { keys: ['Shift+Tab', 'Shift+Enter'], text: 'The same, backwards' },
      { keys: ['F4'], text: 'Open the list or the calendar' },
    ],
  },
  {
    title: 'In a list',
    lines: [
      { keys: ['Up', 'Down'], text: 'Previous and next row' },
      { keys: ['PageUp', 'PageDown'], text: 'A page up and down' },
      { keys: ['Home', 'End'], text: 'First and last row' },
      { keys: ['Enter'], text: 'Open the row' },
    ],
  },
]
