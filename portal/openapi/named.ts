import type { z } from 'zod'

/** What answers are made of, by the name that each has in the document. */
export const shapes = new Map<string, z.ZodType>()

/** Gives a shape its name and its words; answers then refer to it. */
export const named = <Shape extends z.ZodType>(id: string, told: string, shape: Shape): Shape => {
  const described = shape.describe(told)
  shapes.set(id, described)
  return described
}
