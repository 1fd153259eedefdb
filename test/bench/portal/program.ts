import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A program of ours that serves; `await using` ends it. */
export interface Program extends AsyncDisposable {
  /** Without the last slash. */
  readonly url: string
  /** All that it said when it was ready. */
  readonly ready: { readonly url: string; readonly stateRoot?: string }
}

/** Starts a program that prints {"ready":true,"url":…} once it serves. Throws when it ends before that. */
export const startProgram = async (file: string, env: NodeJS.ProcessEnv): Promise<Program> => {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error(`${file} ended before it was ready.`))),
  ])
  const ready = JSON.parse(String(line[0])) as Program['ready']
  return {
    ready,
    url: ready.url.replace(/\/$/, ''),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      const patience = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(patience)
    },
  }
}
