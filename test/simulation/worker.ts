/** A process that drives its share of the seeds, on a Postgres of its own; started by main.ts. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import { connect, createClient } from '../../migrations/connect.ts'
import { startServer } from '../../migrations/embedded/server.ts'
import { stopSignal } from '../../indexer/stopSignal.ts'
import { migrate, renewRoleUrls } from '../../migrations/migrate.ts'
import { freePort } from '../machine/freePort.ts'
import { killEverywhere } from './killEverywhere.ts'
import { type Outcome, type Place, simulate } from './simulate.ts'

/** What a worker is told to do. */
export interface Work {
  /** The first of its seeds; the others follow in steps. */
  readonly from: number
  readonly to: number
  readonly step: number
  /** Worlds at the same time: part of their time is spent waiting. */
  readonly lanes: number
  /** Kills at every single moment, instead of where the seed says. */
  readonly isEverywhere: boolean
}

/** What a worker tells: a world that ended as it should, one that did not, or that it is through with a seed. */
export type Word =
  { readonly outcome: Outcome } | { readonly failure: string } | { readonly done: number }

/** Nothing here must outlive the machine's end, and thousands of connections sign in. */
const settings = ['fsync = off', 'full_page_writes = off', 'scram_iterations = 1']

/** Ctrl-C, or the end of the program that started it: the Postgres must not outlive it. */
const signal = stopSignal()

const main = async ({ from, to, step, lanes, isEverywhere }: Work) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wattledger-simulation-'))
  const server = await startServer({ folder, port: await freePort(), database: 'simulation' })
  try {
    const admin = createClient(server.url)
    await admin.connect()
    for (const setting of settings) await admin.query(`alter system set ${setting}`)
    await admin.query('select pg_reload_conf()')
    const seeds = seedsOf(from, to, step)
    const lane = async (place: Place) => {
      for (const seed of seeds) {
        if (signal.aborted) return
        try {
          if (isEverywhere)
            await killEverywhere(seed, place, signal, (outcome) => tell({ outcome }))
          else tell({ outcome: await simulate(seed, place) })
        } catch (error) {
          tell({ failure: inspect(error) })
        }
        tell({ done: seed })
      }
    }
    const places: (Place & AsyncDisposable)[] = []
    for (let at = 0; at < lanes; at++) places.push(await openPlace(admin, server.url, at))
    await admin.end()
    await Promise.all(places.map(lane))
    for (const place of places) await place[Symbol.asyncDispose]()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function* seedsOf(from: number, to: number, step: number) {
  for (let seed = from; seed <= to; seed += step) yield seed
}

const openPlace = async (admin: ReturnType<typeof createClient>, serverUrl: string, at: number) => {
  const url = new URL(serverUrl)
  url.pathname = `/lane_${at}`
  await admin.query(`create database lane_${at}`)
  const { roles } = await migrate(url.href)
  const { writer } = await renewRoleUrls(url.href, roles)
  const db = connect(url.href, { max: 2 })
  return { db, writerUrl: writer, [Symbol.asyncDispose]: () => db.destroy() }
}

const tell = (word: Word) => {
  if (process.connected) process.send?.(word)
}

await main(JSON.parse(process.argv[2] ?? '') as Work)
if (process.connected) process.disconnect()
