import { expect, test } from './launch.ts'

test('the window opens, and nothing of Node is in it', async ({ launch }) => {
  const { app, window } = await launch()
  await expect(window).toHaveTitle(/Duebook/)
  expect(
    await window.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
  ).toEqual(['undefined', 'undefined'])
  expect(await app.evaluate(({ app: electronApp }) => electronApp.getName())).toBe('Duebook')
})

test('each launch of a test keeps its own settings folder', async ({ launch }) => {
  const { app, userData } = await launch()
  expect(await app.evaluate(({ app: electronApp }) => electronApp.getPath('userData'))).toBe(userData)
})
