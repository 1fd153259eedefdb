import { expect, test } from 'vitest'
import { html, Markup, NothingToShow } from '../../../portal/markup.ts'
import { compile, type Values } from '../../../portal/words/message.ts'

const said = (text: string, values: Values = {}, language: 'en' | 'hi' | 'as' = 'en') =>
  compile(text, language, 'markup')(values)
const bare = (text: string, values: Values = {}) => compile(text, 'en', 'bare')(values)

test('markup stands as it is; words and other values are escaped', () => {
  expect(said('A & {b}: {c}', { b: '<i>', c: new Markup('<i>c</i>') })).toBe(
    'A &amp; &lt;i&gt;: <i>c</i>',
  )
  expect(bare('A & {b}', { b: '<i>' })).toBe('A & <i>')
})

test('numbers are grouped as in India where a message says that they are numbers', () => {
  expect(said('{n} of {n, number}', { n: 1234567 })).toBe('1234567 of 12,34,567')
})

test('a plural is chosen by the language, by an exact number, and after what is taken off', () => {
  const bills = '{n, plural, =0 {none} one {# bill} other {# bills}}'
  expect([0, 1, 2, 100_000].map((n) => said(bills, { n }))).toEqual([
    'none',
    '1 bill',
    '2 bills',
    '1,00,000 bills',
  ])
  // In Hindi and Assamese nothing counts like one.
  const singular = '{n, plural, one {s} other {p}}'
  expect([said(singular, { n: 0 }), said(singular, { n: 0 }, 'hi')]).toEqual(['p', 's'])
  const others = '{n, plural, offset:1 =0 {no} =1 {you} one {you and # more} other {you and #}}'
  expect([1, 2, 3].map((n) => said(others, { n }))).toEqual(['you', 'you and 1 more', 'you and 2'])
  expect(said('{n, selectordinal, one {#st} two {#nd} other {#th}}', { n: 22 })).toBe('22nd')
})

test('a choice may hold other choices, and takes what is named other where nothing else fits', () => {
  const text =
    '{own, select, yes {{n, plural, one {mine, #} other {{a, select, x {{n}} other {-}}}}} other {no}}'
  expect(said(text, { own: 'yes', n: 1 })).toBe('mine, 1')
  expect(said(text, { own: 'yes', n: 7, a: 'x' })).toBe('7')
  expect(said(text, { own: 'constructor' })).toBe('no')
})

test('a tag is what was given for it, or what it means everywhere', () => {
  const link = (inside: Markup) => html`<a href="/">${inside}</a>`
  expect(said('<b>{n}</b> <a>by <soft>{who}</soft></a>', { n: 1, who: '<', a: link })).toBe(
    '<strong>1</strong> <a href="/">by <span class="soft">&lt;</span></a>',
  )
  expect(() => bare('<b>x</b>')).toThrow(NothingToShow)
})

test.each(['{a}', '{a, number}', '{a, select, other {x}}', '{a, plural, other {x}}', '<a>x</a>'])(
  'the value that %s needs must be there',
  (text) => {
    expect(() => said(text)).toThrow(NothingToShow)
  },
)

test.each(['{a, date}', '{a, time, short}', '{a, number, percent}', '{a, number, ::.00}'])(
  'a message has no %s',
  (text) => {
    expect(() => compile(text, 'en', 'markup')).toThrow('give it the words')
  },
)
