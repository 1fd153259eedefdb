#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Modules are stripped of types and compiled once, then kept: a command starts in half the time. Only what is imported
// after this line is kept, so the program itself is.
enableCompileCache()
const { runProgram } = await import('./program.ts')

process.exitCode = await runProgram(process.argv)
