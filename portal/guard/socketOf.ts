import type { Socket } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { PortalEnv } from '../answer.ts'

/** The connection that a request came by; undefined where it was asked without one, as tests do. */
export const socketOf = (c: Context<PortalEnv>): Socket | undefined =>
  (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket
