import { type LimitNode, PostgresDialect, PostgresQueryCompiler, ValueNode } from 'kysely'

/**
 * Writes limits into the statement instead of sending them beside it: a plan that is kept for all values must know that
 * only a page is wanted, or it is made for a tenth of the table.
 */
export class PlainLimits extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new LimitCompiler()
  }
}

class LimitCompiler extends PostgresQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit ')
    this.visitNode(ValueNode.is(limit) ? ValueNode.createImmediate(limit.value) : limit)
  }
}
