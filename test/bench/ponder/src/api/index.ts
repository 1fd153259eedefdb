import { Hono } from 'hono'

/** Ponder asks for a server of its own; this one serves nothing but what Ponder adds. */
export default new Hono()
