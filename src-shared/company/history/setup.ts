import type { z } from 'zod'
import type { WordsOf, FieldsOf } from '../../kit/history.ts'
import { yesNo } from '../../kit/history.ts'
import { count } from '../../kit/history-texts.ts'
import type { setup } from '../contract/setup.ts'
import { describeTerms } from '../rules/terms/terms-text.ts'

type Renamed = Pick<z.output<(typeof setup)['terms.rename']['input']>, 'code' | 'name'>
type Product = Omit<z.output<(typeof setup)['products.update']['input']>, 'id' | 'version' | 'commandUid' | 'apart'>

const codeAndName = { code: { title: 'code' }, name: { title: 'name' } } satisfies FieldsOf<Renamed>

const product = {
  ...codeAndName,
  unitPrice: { title: 'price', text: (price: number | string, texts) => texts.price(price) },
  taxCodeId: { title: 'tax', text: (id: number | null, texts) => (id === null ? 'none' : texts.taxCode(id)) },
  accountId: { title: 'account', text: (id: number, texts) => texts.account(id) },
  earnsDiscount: { title: 'earns the early payment discount', text: yesNo },
} satisfies FieldsOf<Product>

const named = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code} ${name}`

type Coded = { readonly input: { readonly id: number; readonly code: string; readonly name: string } }

export const setupHistory: WordsOf<typeof setup> = {
  'terms.create': {
    title: 'Add terms',
    say: ({ input }, texts) => `Terms ${named(input)} added: ${describeTerms(input.rule, texts.baseCurrency)}`,
    about: ({ output }) => [{ kind: 'terms', id: output.id }],
    fields: codeAndName,
  },
  'terms.rename': {
    title: 'Rename terms',
    say: ({ input }: Coded) => `Terms ${named(input)} renamed`,
    about: ({ input }) => [{ kind: 'terms', id: input.id }],
    fields: codeAndName,
  },
  'taxCodes.create': {
    title: 'Add tax code',
    say: ({ input }, texts) =>
      `Tax code ${named(input)} added: ${texts.decimal(input.rate)}% to ${texts.account(input.accountId)}`,
    about: ({ output }) => [{ kind: 'tax_code', id: output.id }],
    fields: codeAndName,
  },
  'taxCodes.createGroup': {
    title: 'Add code of several taxes',
    say: ({ input }, texts) =>
      `Tax code ${named(input)} added, of ${count(input.taxes.length, 'tax').replace(
        /taxs$/,
        'taxes',
      )}: ${input.taxes.map(({ taxCodeId }) => texts.taxCode(taxCodeId)).join(', ')}`,
    about: ({ output }) => [{ kind: 'tax_code', id: output.id }],
    fields: codeAndName,
  },
  'taxCodes.rename': {
    title: 'Rename tax code',
    say: ({ input }: Coded) => `Tax code ${named(input)} renamed`,
    about: ({ input }) => [{ kind: 'tax_code', id: input.id }],
    fields: codeAndName,
  },
  'products.create': {
    title: 'Add product',
    say: ({ input }, texts) => `Product ${named(input)} added at ${texts.price(input.unitPrice)}`,
    about: ({ output }) => [{ kind: 'product', id: output.id }],
    fields: product,
  },
  'products.update': {
    title: 'Change product',
    say: ({ input }) => `Product ${named(input)} changed`,
    about: ({ input }) => [{ kind: 'product', id: input.id }],
    fields: product,
  },
  'accounts.create': {
    title: 'Add account',
    say: ({ input }) => `Account ${named(input)} added, ${input.type}`,
    about: ({ output }) => [{ kind: 'account', id: output.id }],
    fields: codeAndName,
  },
  'accounts.rename': {
    title: 'Rename account',
    say: ({ input }: Coded) => `Account ${named(input)} renamed`,
    about: ({ input }) => [{ kind: 'account', id: input.id }],
    fields: codeAndName,
  },
}
